package org.beffroi.observatory.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.beffroi.observatory.domain.CountedCase.Member;
import org.jspecify.annotations.Nullable;

/** Counts a year's cases into cells, in one pass, and says which cells add up. */
final class Counting {
    /** Each incident stands in one cell of each of these. */
    private static final List<OneEach> ONE_EACH = List.of(
            new OneEach("month", one -> "%02d".formatted(one.day().getMonthValue())),
            new OneEach("region", one -> Objects.requireNonNullElse(one.region(), "NOT_KNOWN")),
            new OneEach("country", one -> Objects.requireNonNullElse(one.country(), "NOT_KNOWN")),
            new OneEach("group", one -> Objects.requireNonNullElse(one.group(), "NOT_KNOWN")),
            new OneEach("origin", CountedCase::origin),
            new OneEach("state", CountedCase::state),
            new OneEach("care", CountedCase::care));

    private static final List<SeveralEach> SEVERAL_EACH = List.of(
            new SeveralEach("cause", CountedCase::causes), new SeveralEach("data-effect", CountedCase::dataEffects));

    private record OneEach(String breakdown, Function<CountedCase, String> code) {}

    private record SeveralEach(String breakdown, Function<CountedCase, Set<String>> codes) {}

    private final CellCounts tally = new CellCounts();

    private Counting() {}

    /**
     * @param year the year's cases
     * @param sinceBegan these, and all before them since the arrangement began
     * @param obliged how many structures must declare; null when not known
     */
    static CellCounts of(List<CountedCase> year, List<CountedCase> sinceBegan, @Nullable Long obliged) {
        var counting = new Counting();
        counting.tally.set("incidents", year.size());
        year.forEach(counting::incident);
        counting.structures(year, obliged);
        counting.repeated("structures-since", "repeat-since", structures(sinceBegan));
        counting.incidentSums();
        return counting.tally;
    }

    private void incident(CountedCase one) {
        ONE_EACH.forEach(each -> tally.add(each.breakdown() + "/" + each.code().apply(one)));
        for (var each : SEVERAL_EACH) {
            each.codes().apply(one).forEach(code -> tally.add(each.breakdown() + "/" + code));
        }
        tally.add("delay/" + one.delay());
        tally.add("support/" + (one.helpWanted() ? "REQUESTED" : "NOT_REQUESTED"));
        tally.add("outcome/" + one.outcome());
        if (one.handled()) {
            tally.add("endangerment/" + one.endangerment());
        }
        if (one.closed()) {
            tally.add("entry-point/" + one.entryPoint());
        }
    }

    private void incidentSums() {
        ONE_EACH.forEach(each -> tally.sum("incidents", cells(each.breakdown())));
        SEVERAL_EACH.forEach(each -> cells(each.breakdown()).forEach(cell -> tally.complement("incidents", cell)));
        tally.sum("incidents", List.of("support/REQUESTED", "support/NOT_REQUESTED"));
        tally.sum("within-24-hours", List.of("delay/SAME_DAY", "delay/WITHIN_24_HOURS"));
        tally.sum("incidents", List.of("within-24-hours", "delay/LATER", "delay/NOT_KNOWN"));
        tally.sum("endangered", List.of("endangerment/POTENTIAL", "endangerment/PROVEN"));
        tally.sum("handled", List.of("endangered", "endangerment/NONE", "endangerment/UNKNOWN"));
        tally.sum("incidents", List.of("handled", "outcome/OUT_OF_SCOPE"));
        var ends = cells("outcome").stream()
                .filter(cell -> !cell.endsWith("/OPEN") && !cell.endsWith("/OUT_OF_SCOPE"))
                .toList();
        tally.sum("closed", ends);
        tally.sum("handled", List.of("closed", "outcome/OPEN"));
        tally.sum("sought", List.of("entry-point/FOUND", "entry-point/NOT_FOUND"));
        tally.sum("closed", List.of("sought", "entry-point/NOT_APPLICABLE", "entry-point/NOT_SAID"));
    }

    private List<String> cells(String breakdown) {
        return tally.codes(breakdown).stream()
                .map(code -> breakdown + "/" + code)
                .toList();
    }

    private void structures(List<CountedCase> year, @Nullable Long obliged) {
        repeated("structures", "repeat", structures(year));
        var degraded = new HashSet<String>();
        var bound = new HashSet<String>();
        for (var one : year) {
            for (var member : one.members()) {
                if (member.degraded()) {
                    degraded.add(member.structure());
                }
                if (member.obliged()) {
                    bound.add(member.structure());
                }
            }
        }
        tally.set("degraded", degraded.size());
        tally.complement("structures", "degraded");
        tally.set("obliged-declared", bound.size());
        tally.complement("structures", "obliged-declared");
        if (obliged != null) {
            tally.set("obliged", obliged);
            tally.set("obliged-silent", obliged - bound.size());
            tally.sum("obliged", List.of("obliged-declared", "obliged-silent"));
        }
    }

    /** Incidents of each structure. */
    private static Map<String, Integer> structures(List<CountedCase> cases) {
        var incidents = new HashMap<String, Integer>();
        for (var one : cases) {
            for (Member member : one.members()) {
                incidents.merge(member.structure(), 1, Integer::sum);
            }
        }
        return incidents;
    }

    private void repeated(String total, String breakdown, Map<String, Integer> incidents) {
        tally.set(total, incidents.size());
        for (int count : incidents.values()) {
            tally.add(breakdown + (count <= 2 ? "/UP_TO_2" : count <= 4 ? "/3_OR_4" : "/MORE_THAN_4"));
        }
        var moreThanTwo = breakdown + "-more-than-2";
        tally.sum(moreThanTwo, List.of(breakdown + "/3_OR_4", breakdown + "/MORE_THAN_4"));
        tally.sum(total, List.of(moreThanTwo, breakdown + "/UP_TO_2"));
    }
}
