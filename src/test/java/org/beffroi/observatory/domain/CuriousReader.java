package org.beffroi.observatory.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Somebody who knows every sum and tries to work out what is suppressed: by solving the sums together (rational elimination), and by
 * narrowing what each hidden count can be. Knows that a count is not negative, and that a zero is hidden only where nothing else of its sum
 * is shown.
 */
final class CuriousReader {
    private static final double NONE = 1e-9;

    private final CellCounts tally;
    private final List<String> hidden;
    private final Set<String> found = new TreeSet<>();

    CuriousReader(CellCounts tally, Disclosure disclosure) {
        this(tally, disclosure::shows);
    }

    CuriousReader(CellCounts tally, Predicate<String> shown) {
        this.tally = tally;
        this.hidden = tally.cells().keySet().stream()
                .filter(cell -> !shown.test(cell))
                .sorted()
                .toList();
        bySolving();
        byNarrowing();
    }

    Set<String> found() {
        return found;
    }

    /** One row a sum: the hidden cells' factors, then what the shown ones leave. */
    private List<double[]> equations() {
        var rows = new ArrayList<double[]>();
        for (var sum : tally.sums()) {
            var row = new double[hidden.size() + 1];
            put(row, sum.total(), -1);
            sum.parts().forEach(part -> put(row, part, 1));
            rows.add(row);
        }
        return rows;
    }

    private void put(double[] row, String cell, int factor) {
        var at = hidden.indexOf(cell);
        if (at >= 0) {
            row[at] += factor;
        } else {
            row[hidden.size()] -= factor * (double) tally.get(cell);
        }
    }

    private void bySolving() {
        var rows = equations();
        int done = 0;
        for (int column = 0; column < hidden.size(); column++) {
            done += eliminate(rows, done, column) ? 1 : 0;
        }
        for (var row : rows) {
            var unknown = new ArrayList<String>();
            for (int i = 0; i < hidden.size(); i++) {
                if (Math.abs(row[i]) > NONE) {
                    unknown.add(hidden.get(i));
                }
            }
            if (unknown.size() == 1) {
                found.add(unknown.getFirst());
            }
        }
    }

    private static boolean eliminate(List<double[]> rows, int done, int column) {
        for (int pivot = done; pivot < rows.size(); pivot++) {
            if (Math.abs(rows.get(pivot)[column]) > NONE) {
                var row = rows.remove(pivot);
                rows.add(done, row);
                for (int i = 0; i < rows.size(); i++) {
                    if (i != done) {
                        subtract(rows.get(i), row, rows.get(i)[column] / row[column]);
                    }
                }
                return true;
            }
        }
        return false;
    }

    private static void subtract(double[] from, double[] row, double times) {
        for (int i = 0; i < row.length; i++) {
            from[i] -= times * row[i];
        }
    }

    private void byNarrowing() {
        var low = new HashMap<String, Long>();
        var high = new HashMap<String, Long>();
        tally.cells().forEach((cell, count) -> {
            var secret = hidden.contains(cell);
            low.put(cell, secret ? lowest(cell) : count);
            high.put(cell, secret ? Long.MAX_VALUE / 1000 : count);
        });
        for (int round = 0; round < 30; round++) {
            tally.sums().forEach(sum -> narrow(sum, low, high));
        }
        hidden.stream().filter(cell -> bound(low, cell) == bound(high, cell)).forEach(found::add);
    }

    /** A zero is hidden only with all its neighbours. */
    private long lowest(String cell) {
        var alone = tally.sums().stream()
                .filter(sum -> sum.parts().contains(cell) || sum.total().equals(cell))
                .anyMatch(sum -> hidden.containsAll(sum.parts()));
        return alone ? 0 : 1;
    }

    private static void narrow(CellCounts.Sum sum, Map<String, Long> low, Map<String, Long> high) {
        var signs = new LinkedHashMap<String, Integer>();
        sum.parts().forEach(part -> signs.put(part, 1));
        signs.put(sum.total(), -1);
        for (var one : signs.entrySet()) {
            var cell = one.getKey();
            long least = 0;
            long most = 0;
            for (var other : signs.entrySet()) {
                if (!other.getKey().equals(cell)) {
                    var sign = -other.getValue() * one.getValue();
                    least += sign > 0 ? bound(low, other.getKey()) : -bound(high, other.getKey());
                    most += sign > 0 ? bound(high, other.getKey()) : -bound(low, other.getKey());
                }
            }
            low.merge(cell, least, Math::max);
            high.merge(cell, most, Math::min);
        }
    }

    private static long bound(Map<String, Long> bounds, String cell) {
        return bounds.getOrDefault(cell, 0L);
    }
}
