package org.beffroi.incident.rota.domain;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Optional;

/**
 * A part of a day in Paris that has its own people. Written {@code 2026-11-23/NIGHT}.
 *
 * @param day on which it begins
 */
public record Slot(LocalDate day, Part part) implements Comparable<Slot> {
    /** The desk's hours of a day, and what lies between them and those of the next. */
    public enum Part {
        DAY,
        NIGHT
    }

    private static final Comparator<Slot> ORDER =
            Comparator.comparing(Slot::day).thenComparing(Slot::part);

    static Optional<Slot> parse(String written) {
        var parts = written.strip().split("/", -1);
        try {
            return parts.length == 2
                    ? Optional.of(new Slot(LocalDate.parse(parts[0]), Part.valueOf(parts[1])))
                    : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    LocalDate monday() {
        return monday(day);
    }

    Slot next() {
        return part == Part.DAY ? new Slot(day, Part.NIGHT) : new Slot(day.plusDays(1), Part.DAY);
    }

    Slot weekBefore() {
        return new Slot(day.minusWeeks(1), part);
    }

    @Override
    public int compareTo(Slot other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return day + "/" + part;
    }
}
