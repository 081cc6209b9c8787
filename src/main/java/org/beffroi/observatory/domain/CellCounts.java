package org.beffroi.observatory.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was counted, cell by cell, and which cells add up to which: a reader who knows all parts but one knows that one too, so whoever
 * suppresses has to know the sums. Sorted, so that two machines hide the same cells. A cell's name is its breakdown and its code, {@code region/76}.
 */
final class CellCounts {
    /** A total is its parts, each counted once. */
    record Sum(String total, List<String> parts) {
        Sum {
            parts = List.copyOf(parts);
        }
    }

    private final Map<String, Long> cells = new TreeMap<>();
    private final List<Sum> sums = new ArrayList<>();

    /** As they were counted once. Which add up to which is not known any more. */
    static CellCounts of(Map<String, Long> cells) {
        var counts = new CellCounts();
        counts.cells.putAll(cells);
        return counts;
    }

    void add(String cell) {
        cells.merge(cell, 1L, Long::sum);
    }

    void set(String cell, long count) {
        cells.put(cell, count);
    }

    /** Counts of a cell that nothing was added to are 0. */
    long get(String cell) {
        return cells.getOrDefault(cell, 0L);
    }

    boolean has(String cell) {
        return cells.containsKey(cell);
    }

    /** Declares a sum: a total that was not counted itself is computed from its parts, a part that was not counted is 0. */
    void sum(String total, List<String> parts) {
        sums.add(new Sum(total, parts));
        parts.forEach(part -> cells.putIfAbsent(part, 0L));
        if (!cells.containsKey(total)) {
            cells.put(total, parts.stream().mapToLong(this::get).sum());
        }
    }

    /** The rest of a total without a part is as telling as the part. */
    void complement(String total, String part) {
        var rest = part + "/not";
        cells.put(rest, get(total) - get(part));
        sum(total, List.of(part, rest));
    }

    /** Codes counted under a breakdown. */
    List<String> codes(String breakdown) {
        var start = breakdown + "/";
        return cells.keySet().stream()
                .filter(cell -> cell.startsWith(start) && cell.indexOf('/', start.length()) < 0)
                .map(cell -> cell.substring(start.length()))
                .toList();
    }

    List<Sum> sums() {
        return List.copyOf(sums);
    }

    Map<String, Long> cells() {
        return Map.copyOf(cells);
    }
}
