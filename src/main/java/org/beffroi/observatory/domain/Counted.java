package org.beffroi.observatory.domain;

import org.jspecify.annotations.Nullable;

/** Counts, and which of them the reader sees. */
record Counted(CellCounts tally, Disclosure disclosure) {

    /** For those who may see every count. */
    static Counted all(CellCounts tally) {
        return new Counted(tally, Disclosure.everything(tally));
    }

    /** Null when the reader must not see it. */
    @Nullable
    Long shown(String cell) {
        return disclosure.shows(cell) ? tally.get(cell) : null;
    }

    /** Whether there is anything to say of a cell: a count, or that it is not shown. */
    boolean tells(String cell) {
        return tally.get(cell) > 0 || !disclosure.shows(cell);
    }

    /** Null when either side is not shown: from a percentage one finds the count. */
    @Nullable
    Share share(String cell, String of, @Nullable Share before) {
        var numerator = shown(cell);
        var denominator = tally.has(of) ? shown(of) : null;
        return numerator == null || denominator == null ? null : Share.of(numerator, denominator, of, before);
    }
}
