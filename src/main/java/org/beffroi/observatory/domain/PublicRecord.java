package org.beffroi.observatory.domain;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.beffroi.shared.Paris;
import org.jspecify.annotations.Nullable;

/**
 * All that the public has been told of a world up to some day. What was told once is never told otherwise: whoever keeps two days' figures
 * and subtracts them gains nothing. See docs/adr/0016.
 *
 * @param releases by year
 * @param running of each year, the oldest first; none from its release on
 */
record PublicRecord(
        String world,
        boolean foreign,
        LocalDate since,
        Map<Integer, Release> releases,
        Map<Integer, List<RunningTotal>> running) {
    /** Two months after the year's end: late declarations are verified, and most incidents closed. */
    static final MonthDay RELEASE_DAY = MonthDay.of(Month.MARCH, 1);

    /** @param counted what the figures were made of, for the release of the next year to compare with */
    record Release(LocalDate day, YearFigures figures, Counted counted) {}

    PublicRecord {
        releases = Map.copyOf(releases);
        running = Map.copyOf(running);
    }

    PublicRecord with(Map<Integer, Release> kept) {
        return new PublicRecord(world, foreign, since, kept, running);
    }

    static boolean isReleaseDay(LocalDate day) {
        return MonthDay.from(day).equals(RELEASE_DAY);
    }

    /** The first release day after both the year's end and that day. */
    static LocalDate nextRelease(int year, LocalDate day) {
        var first = RELEASE_DAY.atYear(year + 1);
        var next = RELEASE_DAY.atYear(day.getYear());
        next = next.isAfter(day) ? next : next.plusYears(1);
        return next.isAfter(first) ? next : first;
    }

    /** @param day the first of a month, not after the record's own */
    YearFigures year(int year, LocalDate day) {
        var release = release(year, day);
        if (release != null) {
            return release.figures();
        }
        var knownAt = Paris.startOf(day);
        return new YearFigures(
                world,
                year,
                null,
                Stage.RUNNING,
                knownAt,
                nextRelease(year, day),
                foreign,
                Period.of(year, knownAt),
                since,
                totals(year, day),
                List.of(),
                List.of());
    }

    /** Of which anything was told by that day. */
    NavigableSet<Integer> years(LocalDate day) {
        var years = new TreeSet<Integer>();
        releases.keySet().stream().filter(year -> release(year, day) != null).forEach(years::add);
        running.keySet().stream()
                .filter(year -> totals(year, day).stream().anyMatch(total -> !total.none()))
                .forEach(years::add);
        return years;
    }

    private @Nullable Release release(int year, LocalDate day) {
        var release = releases.get(year);
        return release == null || release.day().isAfter(day) ? null : release;
    }

    private List<RunningTotal> totals(int year, LocalDate day) {
        return running.getOrDefault(year, List.of()).stream()
                .filter(total -> !total.knownAt().isAfter(day))
                .toList();
    }
}
