package org.beffroi.declaration.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Reads dates and times as a browser, a machine or a person at night writes them. */
final class Times {
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu[ ][ 'à' ][H[:][h][ 'h' ]mm]").withResolverStyle(ResolverStyle.STRICT);

    private Times() {}

    /** Empty when it is no date at all, or one that does not exist, as 31 February. */
    static Optional<Instant> read(String typed, ZoneId zone) {
        var text = typed.strip().replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) (\\d)", "$1T$2");
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notWithOffset) {
            return readLocal(text, zone);
        }
    }

    private static Optional<Instant> readLocal(String text, ZoneId zone) {
        try {
            var local = text.contains("/") ? LocalDateTime.parse(text, TYPED) : LocalDateTime.parse(text);
            return Optional.of(local.atZone(zone).toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    static Optional<ZoneId> zone(String typed) {
        try {
            return Optional.of(ZoneId.of(typed.strip()));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
