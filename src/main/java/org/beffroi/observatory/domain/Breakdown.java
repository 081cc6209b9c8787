package org.beffroi.observatory.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A count taken apart.
 *
 * @param key of its definition in {@link Indicators#BREAKDOWNS}
 * @param vocabulary whose labels the codes have; null for our own words
 * @param of the total's name, a key of {@link Indicators#BASES}
 * @param total null when suppressed
 * @param partition whether each counted thing stands in one cell; else the cells overlap and add up to more
 * @param partCodes months that are not whole: they may not be compared with others
 */
public record Breakdown(
        String key,
        @Nullable String vocabulary,
        String of,
        @Nullable Long total,
        boolean partition,
        List<String> partCodes,
        List<Cell> cells) {

    /**
     * @param n null when suppressed
     * @param share of the breakdown's total
     */
    public record Cell(
            String code,
            @Nullable Long n,
            boolean suppressed,
            @Nullable Share share) {}

    public Breakdown {
        partCodes = List.copyOf(partCodes);
        cells = List.copyOf(cells);
    }

    public Optional<Cell> cell(String code) {
        return cells.stream().filter(cell -> cell.code().equals(code)).findFirst();
    }

    /** Whether any cell is shown with more than 0. */
    public boolean hasAny() {
        return cells.stream().anyMatch(cell -> cell.n() != null && cell.n() > 0);
    }

    public boolean hasSuppressed() {
        return cells.stream().anyMatch(Cell::suppressed);
    }

    /** The largest count shown; 0 when none is. */
    public long largest() {
        return cells.stream()
                .mapToLong(cell -> cell.n() == null ? 0 : cell.n())
                .max()
                .orElse(0);
    }
}
