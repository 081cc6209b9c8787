package org.beffroi.coordination.web;

import java.time.Duration;
import java.time.Instant;
import org.beffroi.coordination.domain.Duty;

/**
 * An obligation as the page shows it.
 *
 * @param kind of its badge
 * @param state message key: where it stands; {@code number} is its argument
 */
record Row(Duty duty, String kind, String state, long number) {
    private static final Duration SHORT = Duration.ofHours(1);
    private static final Duration LONG = Duration.ofDays(3);

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
        var left = Duration.between(now, kept.due());
        var late = left.isNegative();
        return timed(duty, late ? "danger" : "warn", late ? "coordination.late." : "coordination.left.", left.abs());
    }

    private static Row timed(Duty duty, String kind, String prefix, Duration time) {
        if (time.compareTo(SHORT) < 0) {
            return new Row(duty, kind, prefix + "minutes", time.toMinutes());
        }
        return time.compareTo(LONG) <= 0
                ? new Row(duty, kind, prefix + "hours", time.toHours())
                : new Row(duty, kind, prefix + "days", time.toDays());
    }
}
