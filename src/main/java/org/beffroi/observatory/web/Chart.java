package org.beffroi.observatory.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One breakdown as people see it: a title, a sentence, rows that are drawn and read.
 *
 * @param column what a row is
 * @param what what is counted
 * @param say what stands out; empty when nothing can be said
 * @param caption the total, and whether the rows add up to it
 * @param suppressed whether any row is
 */
public record Chart(
        String key,
        String title,
        String column,
        String what,
        String say,
        String caption,
        boolean suppressed,
        List<Row> rows) {

    /**
     * @param n as it is written; null when suppressed
     * @param percent as it is written; null when there is none
     * @param size 0 to 100, of the largest row
     * @param style class of a tile or of a column
     */
    public record Row(
            String code,
            String label,
            @Nullable String n,
            @Nullable String percent,
            double size,
            String style) {
        public boolean hidden() {
            return n == null;
        }

        /** Where a column begins, from above. */
        public double top() {
            return 100 - size;
        }
    }

    /** Nothing but gaps: there is nothing to draw. */
    public boolean silent() {
        return suppressed && rows.stream().noneMatch(row -> row.n() != null && row.size() > 0);
    }

    public Chart {
        rows = List.copyOf(rows);
    }
}
