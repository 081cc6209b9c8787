package org.beffroi.incident.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Why an incident stands where it does in the queue. A rule that comes before another outweighs it and all that come after: each is one
 * bit, and the queue is ordered by the number, then by age. The lowest bit is no rule: among equals, what is known to come from its
 * structure stands before what anybody may have sent. Our own order; no official one is published.
 */
public enum Urgency {
    /** Patients were harmed or escaped by luck. */
    ENDANGERMENT_PROVEN(64),
    /** Patients may be harmed. */
    ENDANGERMENT_POTENTIAL(32),
    /** Care is not given now. */
    CARE_INTERRUPTED(16),
    /** Care is given with paper and telephone. */
    CARE_DEGRADED(8),
    /** The structure asked for help. */
    HELP_WANTED(4),
    /** It was thought over, and was not. */
    REOPENED(2);

    private static final int VERIFIED = 1;

    /**
     * The urgency of several declarations together, in SQL, from {@code %s}: the bits that any of them has. Of two that exclude each other
     * the weightier stands.
     */
    static final String TOGETHER =
            "(bit_or(%1$s) & ~((bit_or(%1$s) & " + (ENDANGERMENT_PROVEN.bit | CARE_INTERRUPTED.bit) + ") >> 1))";

    private final int bit;

    Urgency(int bit) {
        this.bit = bit;
    }

    private boolean holds(Situation situation) {
        return switch (this) {
            case ENDANGERMENT_PROVEN -> Objects.equals(situation.endangerment(), "PROVEN");
            case ENDANGERMENT_POTENTIAL -> Objects.equals(situation.endangerment(), "POTENTIAL");
            case CARE_INTERRUPTED -> Objects.equals(situation.care(), "INTERRUPTED");
            case CARE_DEGRADED -> Objects.equals(situation.care(), "DEGRADED");
            case HELP_WANTED -> situation.helpWanted();
            case REOPENED -> situation.reopened();
        };
    }

    /** The place in the queue: the rules, and whether any declaration is verified. */
    static int rank(Collection<Declared> declarations, State state) {
        var holding = holding(declarations);
        if (holding.isEmpty()) {
            return 0;
        }
        var situation = Situation.of(holding, state);
        var verified = !situation.resolved() && holding.stream().anyMatch(Declared::verified);
        return of(situation) | (verified ? VERIFIED : 0);
    }

    /** What is not confirmed makes nothing urgent. */
    private static List<Declared> holding(Collection<Declared> declarations) {
        return declarations.stream().filter(one -> !one.withdrawn()).toList();
    }

    /** What is resolved waits for nothing but a closure, and leaves the way free. */
    static int of(Situation situation) {
        return situation.resolved()
                ? 0
                : Arrays.stream(values())
                        .filter(urgency -> urgency.holds(situation))
                        .mapToInt(urgency -> urgency.bit)
                        .sum();
    }

    /** The rules behind a number, the weightiest first. */
    public static List<Urgency> reasons(int urgency) {
        return Arrays.stream(values())
                .filter(reason -> (urgency & reason.bit) != 0)
                .toList();
    }

    static List<Urgency> reasons(Collection<Declared> declarations, State state) {
        var holding = holding(declarations);
        return holding.isEmpty() ? List.of() : reasons(of(Situation.of(holding, state)));
    }

    /** Of badge: {@code danger}, {@code warn} or {@code info}. */
    public String kind() {
        return switch (this) {
            case ENDANGERMENT_PROVEN, ENDANGERMENT_POTENTIAL -> "danger";
            case CARE_INTERRUPTED, CARE_DEGRADED -> "warn";
            case HELP_WANTED, REOPENED -> "info";
        };
    }

    boolean concernsPatients() {
        return this == ENDANGERMENT_PROVEN || this == ENDANGERMENT_POTENTIAL;
    }
}
