package org.beffroi.incident.domain;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.beffroi.shared.Paris;

/** An instant as it is said inside a sentence: the desk's hour, which is that of Paris. */
final class Moments {
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm '(Paris)'").withZone(Paris.ZONE);

    private Moments() {}

    static String said(Instant instant) {
        return HOUR.format(instant);
    }
}
