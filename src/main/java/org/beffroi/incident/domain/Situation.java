package org.beffroi.incident.domain;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.beffroi.declaration.Stated;
import org.beffroi.incident.Assessment;
import org.jspecify.annotations.Nullable;

/**
 * How bad it is at the moment, all declarations together and the desk's judgement before them.
 *
 * @param endangerment the worst that is known; null: nothing is
 * @param care the worst that is still going on; null: nothing is known
 */
record Situation(
        @Nullable String endangerment, @Nullable String care, boolean helpWanted, boolean reopened, boolean resolved) {
    private static final List<String> ENDANGERMENTS = List.of("UNKNOWN", "NONE", "POTENTIAL", "PROVEN");
    private static final List<String> CARES = List.of("NONE", "DEGRADED", "INTERRUPTED");

    static Situation of(Collection<Declared> declarations, State state) {
        var stated = declarations.stream().map(Declared::stated).toList();
        var triage = state.triage();
        return new Situation(
                known(ENDANGERMENTS, triage, Assessment::endangerment, declarations, Stated::endangerment),
                known(CARES, triage, Assessment::care, declarations, Situation::ongoingCare),
                stated.stream().anyMatch(Stated::helpWanted),
                state.reopening() != null,
                state.resolution() != null);
    }

    /** Whether something was declared since the desk judged that its judgement does not cover: then the figures would not know of it. */
    static boolean worseDeclared(Collection<Declared> declarations, State state) {
        var triage = state.triage();
        if (triage == null) {
            return false;
        }
        var now = of(declarations, state);
        var judged = triage.assessment();
        return worse(ENDANGERMENTS, judged.endangerment(), now.endangerment) || worse(CARES, judged.care(), now.care);
    }

    /** What was not judged, or is not known, leaves what was declared as it is. */
    private static boolean worse(List<String> order, @Nullable String judged, @Nullable String now) {
        return judged != null && !judged.equals("UNKNOWN") && order.indexOf(now) > order.indexOf(judged);
    }

    /** What the desk judged replaces what it had read then. What the structure says anew later is heard, if it is worse. */
    private static @Nullable String known(
            List<String> order,
            State.@Nullable Triage triage,
            Function<Assessment, @Nullable String> judged,
            Collection<Declared> declarations,
            Function<Stated, @Nullable String> stated) {
        var judgement = triage == null ? null : judged.apply(triage.assessment());
        var heard = declarations.stream()
                .filter(declared -> judgement == null
                        || triage == null
                        || declared.statedAt().isAfter(triage.who().at()))
                .map(Declared::stated)
                .map(stated);
        return worst(order, Stream.concat(Stream.ofNullable(judgement), heard));
    }

    /** What was declared as resolved was an effect on care; it is none any more. */
    private static @Nullable String ongoingCare(Stated stated) {
        return Objects.equals(stated.state(), "RESOLVED") && stated.care() != null ? "NONE" : stated.care();
    }

    static @Nullable String worst(List<String> order, Stream<@Nullable String> codes) {
        return codes.filter(code -> code != null && order.contains(code))
                .max((one, other) -> Integer.compare(order.indexOf(one), order.indexOf(other)))
                .orElse(null);
    }
}
