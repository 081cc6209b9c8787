package org.beffroi.coordination.web;

import java.time.Instant;
import org.beffroi.coordination.domain.Duty;

/**
 * An obligation as the page shows it.
 *
 * @param kind of its badge
 * @param state message key: where it stands; {@code number} is its argument
 */
record Row(Duty duty, String kind, String state, long number) {
    static Row of(Duty duty, Instant now) {
        var kept = duty.kept();
        if (kept.endedAt() != null) {
            return new Row(duty, "", "coordination.state.ended", 0);
        }
        if (kept.told() != null) {
            return kept.lateAt(kept.told().at())
                    ? new Row(duty, "warn", "coordination.state.told-late", 0)
                    : new Row(duty, "done", "coordination.state.told", 0);
        }
        if (kept.due() == null) {
            return new Row(duty, "warn", "coordination.state.without-delay", 0);
        }
        var left = TimeLeft.between(now, kept.due());
        return new Row(duty, left.late() ? "danger" : "warn", left.key(), left.number());
    }
}
