package org.beffroi.observatory.domain;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.beffroi.journal.Journal.Recorded;
import org.beffroi.observatory.domain.PublicRecord.Release;
import org.beffroi.shared.Paris;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a world's facts once, in the order in which they were recorded, and stops at the start of each month to tell the public
 * what it is told then. So each state is made from what was known that day, with all earlier states at hand.
 */
final class PublicRecorder implements Consumer<Recorded> {
    private final World world;
    private final YearMaker maker;
    private final CaseBook book = new CaseBook();
    private final Map<Integer, Release> releases = new HashMap<>();
    private final Map<Integer, List<RunningTotal>> running = new TreeMap<>();
    private final RepeatsSince repeats = new RepeatsSince();
    private @Nullable LocalDate next;

    /** Of the months before; null when something was recorded since. */
    private @Nullable NavigableMap<Integer, Long> counted;

    /** @param kept releases that were made before, by year: they are not made again */
    PublicRecorder(World world, YearMaker maker, Map<Integer, Release> kept) {
        this.world = world;
        this.maker = maker;
        releases.putAll(kept);
    }

    @Override
    public void accept(Recorded fact) {
        var day = fact.recordedAt().atZone(Paris.ZONE).toLocalDate();
        if (next == null) {
            next = day.with(TemporalAdjusters.firstDayOfNextMonth());
        }
        tellUntil(day);
        book.accept(fact);
        counted = null;
    }

    /** @param last the first of a month: what is told on it is in the record */
    PublicRecord record(LocalDate last) {
        tellUntil(last);
        var known = book.known();
        return new PublicRecord(world.code(), known.foreign(), known.began(), releases, running);
    }

    private void tellUntil(LocalDate last) {
        while (next != null && !next.isAfter(last)) {
            tell(next);
            next = next.plusMonths(1);
        }
    }

    private void tell(LocalDate day) {
        var incidents = counted == null ? book.incidentsByYear() : counted;
        counted = incidents;
        if (PublicRecord.isReleaseDay(day)) {
            release(day, incidents);
        }
        incidents.putIfAbsent(day.minusDays(1).getYear(), 0L);
        incidents.forEach((year, count) -> {
            if (year <= day.getYear() && !isReleased(year, day)) {
                running.computeIfAbsent(year, key -> new ArrayList<>()).add(RunningTotal.of(day, count));
            }
        });
    }

    private boolean isReleased(int year, LocalDate day) {
        var release = releases.get(year);
        return release != null && !release.day().isAfter(day);
    }

    /** A year of which too little is known to show anything waits for the next release day, and is not frozen empty. */
    private void release(LocalDate day, NavigableMap<Integer, Long> incidents) {
        releases.values().stream().filter(kept -> kept.day().equals(day)).forEach(kept -> repeats.told(kept.counted()));
        var due = incidents.headMap(day.getYear()).entrySet().stream()
                .filter(year -> !releases.containsKey(year.getKey()))
                .filter(year -> year.getValue() >= Disclosure.SMALLEST_PUBLISHED)
                .map(Map.Entry::getKey)
                .toList();
        if (!due.isEmpty()) {
            var known = book.known();
            due.forEach(year -> releases.put(year, release(year, day, known)));
        }
    }

    private Release release(int year, LocalDate day, Known known) {
        var order = new YearMaker.Order(world.code(), year, null, Paris.startOf(day));
        var tally = YearMaker.tally(known, order.period());
        var told = new Counted(tally, Disclosure.published(tally, repeats.withheldFrom(tally)));
        var before = releases.get(year - 1);
        var figures = maker.release(order, known, told, before == null ? null : before.counted(), day);
        return new Release(day, figures, told);
    }
}
