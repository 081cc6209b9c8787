package org.beffroi.declaration.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads dates and times as a browser, a machine or a person at night writes them. */
final class Times {
    /** 22/11/2026 03:10, 22/11/2026 à 3h10, 22.11.2026 3 h 10, or the day alone. */
    private static final Pattern TYPED =
            Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})(?:[, ]+(?:à )?(\\d{1,2})\\s*[:hH]\\s*(\\d{2})?)?");

    private static final Pattern BLANK_FOR_T = Pattern.compile("^(\\d{4}-\\d{2}-\\d{2}) (\\d)");

    private Times() {}

    /** Empty when it is no date at all, or one that does not exist, as 31 February. */
    static Optional<Instant> read(String typed, ZoneId zone) {
        var text = BLANK_FOR_T.matcher(typed.strip()).replaceFirst("$1T$2");
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException withoutOffset) {
            return readLocal(text, zone);
        }
    }

    private static Optional<Instant> readLocal(String text, ZoneId zone) {
        try {
            var typed = TYPED.matcher(text);
            var local = typed.matches() ? local(typed.toMatchResult()) : LocalDateTime.parse(text);
            return Optional.of(local.atZone(zone).toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static LocalDateTime local(MatchResult typed) {
        return LocalDateTime.of(
                number(typed, 3), number(typed, 2), number(typed, 1), number(typed, 4), number(typed, 5));
    }

    private static int number(MatchResult typed, int group) {
        return typed.group(group) == null ? 0 : Integer.parseInt(typed.group(group));
    }

    static Optional<ZoneId> zone(String typed) {
        try {
            return Optional.of(ZoneId.of(typed.strip()));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
