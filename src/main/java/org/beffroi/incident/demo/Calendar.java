package org.beffroi.incident.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.beffroi.shared.Paris;

/** When things are found: more in winter than in August, on weekdays than at week-ends, by day than at night; and more every year. */
final class Calendar {

    /** Of a hundred, January first. */
    private static final List<Integer> MONTHS = List.of(92, 88, 90, 78, 76, 74, 66, 56, 80, 86, 96, 94);

    /** By hour, midnight first. */
    private static final List<Integer> HOURS =
            List.of(3, 3, 4, 4, 3, 4, 6, 9, 14, 15, 13, 12, 8, 9, 12, 12, 11, 9, 7, 5, 4, 4, 3, 3);

    private final LocalDate today;
    private final int days;

    /** @param days how far back */
    Calendar(LocalDate today, int days) {
        this.today = today;
        this.days = days;
    }

    /** Any moment of the past, some days ago at least. */
    Instant moment(Dice dice, int daysAgo) {
        LocalDate day;
        do {
            day = today.minusDays(daysAgo + dice.below(days - daysAgo));
        } while (!dice.chance(likelihood(day)));
        var hours = IntStream.range(0, 24).boxed().toList();
        return day.atTime(dice.weighted(hours, HOURS::get), dice.below(60))
                .atZone(Paris.ZONE)
                .toInstant();
    }

    private int likelihood(LocalDate day) {
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        var growth = 80
                + 20
                        * Duration.between(today.minusDays(days).atStartOfDay(), day.atStartOfDay())
                                .toDays()
                        / days;
        return (int) (MONTHS.get(day.getMonthValue() - 1) * growth / 100 * (weekend ? 55 : 100) / 100);
    }

    /** How long until it is declared: most on the same day, four of five within 24 hours, some after weeks (Observatory 2019). */
    static Duration delay(Dice dice) {
        int roll = dice.below(100);
        if (roll < 40) {
            return dice.minutes(10, 120);
        }
        if (roll < 66) {
            return dice.hours(2, 8);
        }
        if (roll < 81) {
            return dice.hours(8, 24);
        }
        return roll < 95 ? dice.hours(25, 150) : dice.hours(150, 700);
    }
}
