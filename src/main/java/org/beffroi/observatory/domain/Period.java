package org.beffroi.observatory.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.beffroi.shared.Paris;
import org.jspecify.annotations.Nullable;

/**
 * The days of a year of which anything could be known.
 *
 * @param until last day, included; the day before {@code from} when the year had only just begun
 * @param part the year was not over
 * @param partMonth the month that was not over, {@code 01} to {@code 12}
 */
public record Period(
        LocalDate from,
        LocalDate until,
        boolean part,
        @Nullable String partMonth) {

    static Period of(int year, Instant knownAt) {
        var from = LocalDate.of(year, 1, 1);
        var end = LocalDate.of(year, 12, 31);
        var known = knownAt.atZone(Paris.ZONE);
        if (known.toLocalDate().isAfter(end)) {
            return new Period(from, end, false, null);
        }
        var lastDay = known.minus(1, ChronoUnit.MICROS).toLocalDate();
        var wholeMonths = known.getDayOfMonth() == 1 && known.toLocalTime().equals(java.time.LocalTime.MIDNIGHT);
        return new Period(from, lastDay, true, wholeMonths ? null : "%02d".formatted(lastDay.getMonthValue()));
    }

    public boolean empty() {
        return until.isBefore(from);
    }

    /** The same days of the year before; a 29 February is compared with the 28th. */
    Period yearBefore() {
        var before = part ? until.minusYears(1) : from.minusDays(1);
        return new Period(from.minusYears(1), before, part, partMonth);
    }
}
