package org.beffroi.coordination.web;

import java.time.Duration;
import java.time.Instant;

/**
 * Until something is due, or since.
 *
 * @param key message key, whose argument is {@code number}
 */
record TimeLeft(boolean late, String key, long number) {
    private static final Duration SHORT = Duration.ofHours(1);
    private static final Duration LONG = Duration.ofDays(3);

    static TimeLeft between(Instant now, Instant due) {
        var left = Duration.between(now, due);
        var late = left.isNegative();
        var time = left.abs();
        var prefix = late ? "coordination.late." : "coordination.left.";
        if (time.compareTo(SHORT) < 0) {
            return new TimeLeft(late, prefix + "minutes", time.toMinutes());
        }
        return time.compareTo(LONG) <= 0
                ? new TimeLeft(late, prefix + "hours", time.toHours())
                : new TimeLeft(late, prefix + "days", time.toDays());
    }
}
