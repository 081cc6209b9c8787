package org.beffroi.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The one clock. It tells the real time, except to a thread that has been moved: tests, the demonstration's past, rehearsals. Work handed
 * to another thread takes the moved time along (see the executor's task decorator in {@code platform}).
 */
public final class SettableClock extends Clock {
    private static final ThreadLocal<@Nullable Instant> MOVED = new ThreadLocal<>();

    private final Clock real;

    public SettableClock(Clock real) {
        this.real = real;
    }

    /** Runs the work as if it were that instant; the clock stands still meanwhile. */
    public static void at(Instant instant, Runnable work) {
        var before = MOVED.get();
        MOVED.set(instant);
        try {
            work.run();
        } finally {
            if (before == null) {
                MOVED.remove();
            } else {
                MOVED.set(before);
            }
        }
    }

    /** The same work, to be run by another thread at this thread's time. */
    public static Runnable carrying(Runnable work) {
        var moved = MOVED.get();
        return moved == null ? work : () -> at(moved, work);
    }

    @Override
    public Instant instant() {
        var moved = MOVED.get();
        return moved == null ? real.instant() : moved;
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SettableClock(real.withZone(zone));
    }
}
