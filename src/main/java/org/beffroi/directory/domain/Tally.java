package org.beffroi.directory.domain;

import java.util.Locale;

/**
 * How many structures an import found new, changed and as they were, and how many lines it refused.
 *
 * @param taken new ones
 */
record Tally(long taken, long changed, long unchanged, long refused) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                taken + other.taken, changed + other.changed, unchanged + other.unchanged, refused + other.refused);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%,d new, %,d changed, %,d unchanged, %,d refused", taken, changed, unchanged, refused);
    }
}
