package org.beffroi.incident.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of help for one structure.
 *
 * @param kind code of the vocabulary {@code support-kind}
 * @param asked when the structure asked for it in its declaration; null: it did not
 * @param steps in order
 */
public record Support(
        String reference,
        String structure,
        String kind,
        @Nullable Instant asked,
        List<StepSaid> steps) {

    /** What can be said of it. */
    public enum Step {
        ASKED,
        OFFERED,
        ACCEPTED,
        DECLINED,
        /** Somebody has worked on it. */
        WORKED,
        ENDED
    }

    /** What the structure may say; the rest is the desk's. */
    public static final Set<Step> OF_STRUCTURE = Set.of(Step.ASKED, Step.ACCEPTED, Step.DECLINED);

    /** @param words what is offered; or who did what, which only the desk reads */
    public record StepSaid(
            Step step, Instant at, String words, @Nullable Integer minutes, boolean byDesk, String by) {}

    public Support {
        steps = List.copyOf(steps);
    }

    /** Where it stands: the last word, whatever was worked meanwhile. */
    public Step stands() {
        return steps.stream()
                .map(StepSaid::step)
                .filter(step -> step != Step.WORKED)
                .reduce((one, later) -> later)
                .orElse(Step.ASKED);
    }

    public int minutes() {
        return steps.stream()
                .map(StepSaid::minutes)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** As the structure reads it: what was offered, and where it stands; who of the desk did what stays there. */
    Support forStructure() {
        return new Support(
                reference,
                structure,
                kind,
                asked,
                steps.stream()
                        .filter(said -> said.step() != Step.WORKED)
                        .map(said -> new StepSaid(
                                said.step(),
                                said.at(),
                                said.step() == Step.OFFERED ? said.words() : "",
                                null,
                                said.byDesk(),
                                ""))
                        .toList());
    }
}
