package org.beffroi.incident.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Why an incident stands where it does in the queue. A rule that comes before another outweighs it and all that come after: each is one
 * bit, and the queue is ordered by the number, then by age. Our own order; no official one is published.
 */
public enum Urgency {
    /** Patients were harmed or escaped by luck. */
    ENDANGERMENT_PROVEN(situation -> Objects.equals(situation.endangerment(), "PROVEN")),
    /** Patients may be harmed. */
    ENDANGERMENT_POTENTIAL(situation -> Objects.equals(situation.endangerment(), "POTENTIAL")),
    /** Care is not given now. */
    CARE_INTERRUPTED(situation -> Objects.equals(situation.care(), "INTERRUPTED")),
    /** Care is given with paper and telephone. */
    CARE_DEGRADED(situation -> Objects.equals(situation.care(), "DEGRADED")),
    /** The structure asked for help. */
    HELP_WANTED(Situation::helpWanted),
    /** It was thought over, and was not. */
    REOPENED(Situation::reopened);

    private final Predicate<Situation> rule;

    Urgency(Predicate<Situation> rule) {
        this.rule = rule;
    }

    private int bit() {
        return 1 << (values().length - 1 - ordinal());
    }

    /** What is resolved waits for nothing but a closure, and leaves the way free. */
    static int of(Situation situation) {
        return situation.resolved()
                ? 0
                : Arrays.stream(values())
                        .filter(urgency -> urgency.rule.test(situation))
                        .mapToInt(Urgency::bit)
                        .sum();
    }

    /** The rules behind a number, the weightiest first. */
    public static List<Urgency> reasons(int urgency) {
        return Arrays.stream(values())
                .filter(reason -> (urgency & reason.bit()) != 0)
                .toList();
    }

    public boolean concernsPatients() {
        return this == ENDANGERMENT_PROVEN || this == ENDANGERMENT_POTENTIAL;
    }
}
