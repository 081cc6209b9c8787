package org.beffroi.observatory.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who keeps all figures that the public was ever told, and subtracts: each count of a year from the same count as told on another
 * day, one year's accumulated counts from the next year's, and what was known month after month from what the release says of the months.
 * Finds what came in between wherever it can only be one number, and that number is 1 to 4.
 */
final class PatientReader {
    private static final List<String> ACCUMULATED =
            List.of("more-than-2-since", "more-than-4-since", "structures-since");
    private static final long FAR = 1_000_000;

    private final Set<String> found = new TreeSet<>();
    private final Map<Integer, List<YearFigures>> states = new TreeMap<>();

    interface Told {
        YearFigures on(LocalDate day, int year);
    }

    /** Reads on the first of every month, and asks for every year. */
    static Set<String> findsIn(PublicRecord record, LocalDate first, LocalDate last) {
        return finds((day, year) -> record.year(year, day), first, last);
    }

    static Set<String> finds(Told told, LocalDate first, LocalDate last) {
        var reader = new PatientReader();
        for (var day = first; !day.isAfter(last); day = day.plusMonths(1)) {
            for (int year = first.getYear(); year <= day.getYear(); year++) {
                reader.states.computeIfAbsent(year, key -> new ArrayList<>()).add(told.on(day, year));
            }
        }
        reader.subtract();
        return reader.found;
    }

    private void subtract() {
        states.forEach((year, told) -> {
            var distinct = List.copyOf(new LinkedHashSet<>(told));
            subtractStates(
                    String.valueOf(year),
                    distinct.stream().map(PatientReader::counts).toList());
            subtractMonths(year, distinct);
        });
        subtractStates(
                "accumulated",
                states.values().stream()
                        .map(List::getLast)
                        .map(PatientReader::accumulated)
                        .toList());
    }

    /** Every exact count that stands in the figures, by name. */
    private static Map<String, Long> counts(YearFigures year) {
        var counts = new LinkedHashMap<String, Long>();
        year.figures().forEach(figure -> {
            put(counts, figure.key(), figure.n());
            var share = figure.share();
            if (share != null) {
                put(counts, "of " + share.of(), share.denominator());
                put(counts, figure.key(), share.numerator());
            }
        });
        year.breakdowns().forEach(breakdown -> {
            put(counts, breakdown.key() + " total", breakdown.total());
            breakdown.cells().forEach(cell -> put(counts, breakdown.key() + "/" + cell.code(), cell.n()));
        });
        return counts;
    }

    private static Map<String, Long> accumulated(YearFigures year) {
        var all = counts(year);
        var counts = new LinkedHashMap<String, Long>();
        ACCUMULATED.forEach(key -> Stream.of(key, "of " + key).forEach(name -> put(counts, name, all.get(name))));
        return counts;
    }

    private static void put(Map<String, Long> counts, String name, @Nullable Long count) {
        if (count != null) {
            counts.put(name, count);
        }
    }

    private void subtractStates(String where, List<Map<String, Long>> told) {
        for (int early = 0; early < told.size(); early++) {
            for (int late = early + 1; late < told.size(); late++) {
                var before = told.get(early);
                told.get(late).forEach((name, count) -> {
                    var difference = before.containsKey(name) ? count - before.get(name) : 0;
                    if (isSmall(difference)) {
                        found.add(where + " " + name + ": " + difference);
                    }
                });
            }
        }
    }

    private static boolean isSmall(long difference) {
        return difference != 0 && Math.abs(difference) < Disclosure.SMALLEST_PUBLISHED;
    }

    /**
     * Incidents up to the start of each month are points on a line; each thing told is a bound on the distance of two points. The tightest
     * bounds that follow are shortest paths. Assumes that nothing of a month becomes known after it: where that is wrong, the bounds
     * contradict each other, and the reader learns that he knows nothing.
     */
    private void subtractMonths(int year, List<YearFigures> told) {
        var line = new Bounds(13);
        for (int month = 1; month <= 12; month++) {
            line.between(month - 1, month, 0, FAR);
        }
        told.forEach(state -> {
            state.running().forEach(total -> bound(line, year, total));
            month(line, state);
        });
        if (line.contradictory()) {
            return;
        }
        for (int from = 0; from < 13; from++) {
            for (int to = from + 1; to < 13; to++) {
                var least = line.least(from, to);
                if (least == line.most(from, to) && isSmall(least)) {
                    found.add("%d, months %d to %d: %d".formatted(year, from + 1, to, least));
                }
            }
        }
    }

    private static void bound(Bounds line, int year, RunningTotal total) {
        var day = total.knownAt();
        var months = day.getYear() > year ? 12 : day.getMonthValue() - 1;
        line.between(0, months, total.atLeast(), total.atMost());
    }

    private static void month(Bounds line, YearFigures state) {
        state.breakdown("month").ifPresent(months -> {
            var all = months.total();
            if (all != null) {
                line.between(0, 12, all, all);
            }
            months.cells().forEach(cell -> {
                var n = cell.n();
                if (n != null) {
                    var month = Integer.parseInt(cell.code());
                    line.between(month - 1, month, n, n);
                }
            });
        });
    }

    /** Points on a line and bounds on their distances. */
    private static final class Bounds {
        private final long[][] most;
        private boolean closed;

        Bounds(int points) {
            most = new long[points][points];
            for (int i = 0; i < points; i++) {
                for (int j = 0; j < points; j++) {
                    most[i][j] = i == j ? 0 : FAR;
                }
            }
        }

        void between(int from, int to, long least, long atMost) {
            most[from][to] = Math.min(most[from][to], atMost);
            most[to][from] = Math.min(most[to][from], -least);
        }

        boolean contradictory() {
            close();
            for (int i = 0; i < most.length; i++) {
                if (most[i][i] < 0) {
                    return true;
                }
            }
            return false;
        }

        private void close() {
            for (int via = 0; via < most.length && !closed; via++) {
                for (int i = 0; i < most.length; i++) {
                    for (int j = 0; j < most.length; j++) {
                        most[i][j] = Math.min(most[i][j], most[i][via] + most[via][j]);
                    }
                }
            }
            closed = true;
        }

        long least(int from, int to) {
            return -most[to][from];
        }

        long most(int from, int to) {
            return most[from][to];
        }
    }
}
