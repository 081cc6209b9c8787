package org.beffroi.observatory.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.beffroi.observatory.domain.CountedCase.Member;
import org.beffroi.shared.Paris;
import org.jspecify.annotations.Nullable;

/** One case from an incident's verified declarations and what the desk holds of it. */
final class CaseMaker {
    /** Worst first: of several declarations of one incident, the worst is the incident's. */
    private static final List<String> CARE = List.of("INTERRUPTED", "DEGRADED", "NONE");

    private static final List<String> ENDANGERMENT = List.of("PROVEN", "POTENTIAL", "NONE");
    private static final List<String> ORIGIN = List.of("MALICIOUS", "NON_MALICIOUS");
    private static final Duration DAY = Duration.ofHours(24);

    private CaseMaker() {}

    static CountedCase of(Collection<DeclarationTrail> declarations, IncidentTrail desk) {
        var all = declarations.stream()
                .sorted(Comparator.comparing(DeclarationTrail::declaredAt))
                .toList();
        var earliest = all.getFirst();
        var latest = all.stream().map(DeclarationTrail::latest).toList();
        return new CountedCase(
                day(earliest.declaredAt()),
                earliest.country(),
                earliest.region(),
                earliest.group(),
                first(desk.origin(), worst(latest, Said::origin, ORIGIN), "UNKNOWN"),
                desk.causes().isEmpty() ? union(latest, Said::causes) : Set.copyOf(desk.causes()),
                Objects.requireNonNullElse(earliest.first().state(), CountedCase.NOT_SAID),
                delay(earliest.first().foundAt(), earliest.declaredAt()),
                first(desk.care(), worst(latest, Said::care, CARE), CountedCase.NOT_SAID),
                first(desk.endangerment(), worst(latest, Said::endangerment, ENDANGERMENT), "UNKNOWN"),
                latest.stream().anyMatch(Said::helpWanted),
                union(latest, Said::dataEffects),
                desk.outcome(),
                Objects.requireNonNullElse(desk.entryPoint(), CountedCase.NOT_SAID),
                members(all, desk));
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(Paris.ZONE).toLocalDate();
    }

    /** Found after it was declared is an error of somebody's clock: the delay is then not known. */
    private static String delay(@Nullable Instant found, Instant declared) {
        if (found == null || found.isAfter(declared)) {
            return "NOT_KNOWN";
        }
        if (day(found).equals(day(declared))) {
            return "SAME_DAY";
        }
        return Duration.between(found, declared).compareTo(DAY) <= 0 ? "WITHIN_24_HOURS" : "LATER";
    }

    /** The desk's view stands for the declared one; its «not known yet» does not efface what the structure knows. */
    private static String first(@Nullable String desks, @Nullable String declared, String otherwise) {
        var known = "UNKNOWN".equals(desks) ? null : desks;
        return Objects.requireNonNullElse(known, Objects.requireNonNullElse(declared, otherwise));
    }

    private static @Nullable String worst(
            List<Said> said, Function<Said, @Nullable String> what, List<String> worstFirst) {
        for (var code : worstFirst) {
            for (var version : said) {
                if (code.equals(what.apply(version))) {
                    return code;
                }
            }
        }
        return null;
    }

    private static Set<String> union(List<Said> said, Function<Said, List<String>> what) {
        var all = new LinkedHashSet<String>();
        said.forEach(version -> all.addAll(what.apply(version)));
        return Set.copyOf(all);
    }

    private static List<Member> members(List<DeclarationTrail> declarations, IncidentTrail desk) {
        var structures = declarations.stream()
                .map(DeclarationTrail::structure)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        // The desk judges the incident whole: of several structures, each one's own word says how it is there.
        var judged = structures == 1 ? desk.care() : null;
        var members = new LinkedHashMap<String, Member>();
        for (var declaration : declarations) {
            var structure = declaration.structure();
            if (structure != null) {
                members.merge(structure, member(structure, declaration, judged), CaseMaker::both);
            }
        }
        return List.copyOf(members.values());
    }

    private static Member member(String structure, DeclarationTrail declaration, @Nullable String judged) {
        var care = judged == null ? declaration.latest().care() : judged;
        var degraded = "DEGRADED".equals(care) || "INTERRUPTED".equals(care);
        return new Member(structure, declaration.region(), declaration.obliged(), degraded);
    }

    private static Member both(Member one, Member other) {
        return new Member(
                one.structure(), one.region(), one.obliged() || other.obliged(), one.degraded() || other.degraded());
    }
}
