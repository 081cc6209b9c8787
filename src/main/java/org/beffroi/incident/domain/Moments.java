package org.beffroi.incident.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** An instant as it is said inside a sentence: the desk's hour, which is that of Paris. */
final class Moments {
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm '(Paris)'").withZone(ZoneId.of("Europe/Paris"));

    private Moments() {}

    static String said(Instant instant) {
        return HOUR.format(instant);
    }
}
