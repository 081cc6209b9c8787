package org.beffroi.coordination.web;

import java.time.Instant;
import org.beffroi.coordination.Obligation;
import org.beffroi.coordination.domain.DeclaredObligations.Stands;

/**
 * An obligation as whoever declared sees it.
 *
 * @param kind of its badge
 * @param state message key: where it stands; {@code number} is its argument
 */
record DeclaredClock(Stands stands, String kind, String state, long number) {
    static DeclaredClock of(Stands stands, Instant now) {
        var obligation = stands.obligation();
        if (stands.toldAt() != null) {
            return new DeclaredClock(stands, "done", "coordination.state.told", 0);
        }
        if (obligation.due() == null) {
            return new DeclaredClock(stands, "", "coordination.state.without-delay", 0);
        }
        var left = TimeLeft.between(now, obligation.due());
        return new DeclaredClock(stands, left.late() ? "danger" : "warn", left.key(), left.number());
    }

    boolean isTheirs() {
        return stands.obligation().by() == Obligation.By.STRUCTURE;
    }
}
