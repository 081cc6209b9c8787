package org.beffroi.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The national desk's own time: its year, its days and its hours, whatever the zone of a structure or of the machine. */
public final class Paris {
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private Paris() {}

    /** Its midnight. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
