package org.beffroi.incident.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What joining would do.
 *
 * @param into the incident that goes on
 * @param from the one that a declaration leaves
 * @param moving the declarations that come along
 * @param refusal why it cannot be done now; null: it can
 */
public record JoinPlan(
        Incident into,
        Incident from,
        List<Declared> moving,
        @Nullable Refusal refusal) {

    /** All of the other incident comes along: it lives on in this one. */
    public boolean whole() {
        return moving.size() == from.declarations().size();
    }

    /** How many declarations the other keeps. */
    public int left() {
        return from.declarations().size() - moving.size();
    }

    /** The other was judged graver than the one that goes on: the triage has to be looked at again. */
    public boolean judgedGraver() {
        return whole()
                && Objects.compare(
                                from.state().severity(),
                                into.state().severity(),
                                Comparator.nullsFirst(Comparator.naturalOrder()))
                        > 0;
    }

    /** Somebody else had the other in hand, and loses it from the list. */
    public boolean changesHands() {
        var holder = from.state().assignment();
        var heir = into.state().assignment();
        return whole() && holder != null && (heir == null || !Objects.equals(holder.assignee(), heir.assignee()));
    }

    /** Whether the joining can be asked for the other way round. */
    public boolean reversible() {
        return whole() && refusal == null;
    }
}
