package org.beffroi.incident.domain;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.beffroi.declaration.Stated;
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
        var judged = state.triage() == null ? null : state.triage().assessment();
        var stated = declarations.stream().map(Declared::stated).toList();
        return new Situation(
                judged != null && judged.endangerment() != null
                        ? judged.endangerment()
                        : worst(ENDANGERMENTS, stated.stream().map(Stated::endangerment)),
                judged != null && judged.care() != null
                        ? judged.care()
                        : worst(CARES, stated.stream().map(Situation::ongoingCare)),
                stated.stream().anyMatch(Stated::helpWanted),
                state.reopening() != null,
                state.resolution() != null);
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
