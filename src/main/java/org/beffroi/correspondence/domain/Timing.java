package org.beffroi.correspondence.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When a structure wants to be told that there is a message. Reading it is possible at once, whatever it chose. */
public enum Timing {
    AT_ONCE,
    /** Not between nine in the evening and seven. */
    NOT_AT_NIGHT,
    /** At eight in the morning, of all at once. */
    DAILY;

    static final LocalTime EVENING = LocalTime.of(21, 0);
    static final LocalTime MORNING = LocalTime.of(7, 0);
    static final LocalTime DIGEST = LocalTime.of(8, 0);

    /** @param zone where the structure is */
    Instant from(Instant now, ZoneId zone) {
        var here = now.atZone(zone);
        return switch (this) {
            case AT_ONCE -> now;
            case NOT_AT_NIGHT -> isNight(here.toLocalTime()) ? next(here, MORNING) : now;
            case DAILY -> next(here, DIGEST);
        };
    }

    /** The one that lets more time pass. */
    Timing atLeast(Timing other) {
        return compareTo(other) < 0 ? other : this;
    }

    private static boolean isNight(LocalTime hour) {
        return hour.isBefore(MORNING) || !hour.isBefore(EVENING);
    }

    /** The clock's hour, also where a night is an hour longer or shorter. */
    private static Instant next(ZonedDateTime here, LocalTime hour) {
        var day = here.toLocalTime().isBefore(hour)
                ? here.toLocalDate()
                : here.toLocalDate().plusDays(1);
        return day.atTime(hour).atZone(here.getZone()).toInstant();
    }
}
