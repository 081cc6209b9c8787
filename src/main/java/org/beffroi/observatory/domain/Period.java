package org.beffroi.observatory.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.beffroi.shared.Paris;
import org.jspecify.annotations.Nullable;

/**
 * The days of a year of which anything could be known.
 *
 * @param until last day, included; the day before {@code from} when the year had only just begun
 * @param part the year was not over
 * @param partMonth the month that was not over, {@code 01} to {@code 12}
 * @param firstMonth the month in the course of which collecting began; null when it began earlier, or in the year's first month
 */
public record Period(
        LocalDate from,
        LocalDate until,
        boolean part,
        @Nullable String partMonth,
        @Nullable String firstMonth) {

    static Period of(int year, Instant knownAt) {
        var from = LocalDate.of(year, 1, 1);
        var end = LocalDate.of(year, 12, 31);
        var known = knownAt.atZone(Paris.ZONE);
        if (known.toLocalDate().isAfter(end)) {
            return new Period(from, end, false, null, null);
        }
        var lastDay = known.minus(1, ChronoUnit.MICROS).toLocalDate();
        var wholeMonths = known.getDayOfMonth() == 1 && known.toLocalTime().equals(LocalTime.MIDNIGHT);
        return new Period(from, lastDay, true, wholeMonths ? null : month(lastDay), null);
    }

    /** Of what happened before its first day a collection says nothing, which is not the same as 0. */
    Period collectedFrom(LocalDate first) {
        var inTheYear = first.getYear() == from.getYear() && first.getMonthValue() > 1;
        return inTheYear ? new Period(from, until, part, partMonth, month(first)) : this;
    }

    private static String month(LocalDate day) {
        return "%02d".formatted(day.getMonthValue());
    }

    /** The months of which anything could be known, {@code 01} to {@code 12}. */
    List<String> months() {
        var first = firstMonth == null ? 1 : Integer.parseInt(firstMonth);
        return IntStream.rangeClosed(first, empty() ? 0 : until.getMonthValue())
                .mapToObj("%02d"::formatted)
                .toList();
    }

    /** Those of them that are not whole: one not over, and the one in which collecting began. */
    List<String> partMonths() {
        return Stream.of(firstMonth, partMonth)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    public boolean empty() {
        return until.isBefore(from);
    }

    /** The same days of the year before; a 29 February is compared with the 28th. */
    Period yearBefore() {
        var before = part ? until.minusYears(1) : from.minusDays(1);
        return new Period(from.minusYears(1), before, part, partMonth, null);
    }
}
