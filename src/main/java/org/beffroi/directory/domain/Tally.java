package org.beffroi.directory.domain;

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
        return "%,d new, %,d changed, %,d unchanged, %,d refused".formatted(taken, changed, unchanged, refused);
    }
}
