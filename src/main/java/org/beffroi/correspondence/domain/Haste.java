package org.beffroi.correspondence.domain;

/** How soon the other side should know of a message. */
public enum Haste {
    /** At once, whatever it chose. */
    URGENT,
    /** As it chose. */
    USUAL,
    /** As it chose, and not at night in any case: nobody waits for it, Beffroi wrote it by itself. */
    UNHURRIED;

    Timing with(Timing chosen) {
        return switch (this) {
            case URGENT -> Timing.AT_ONCE;
            case USUAL -> chosen;
            case UNHURRIED -> chosen.atLeast(Timing.NOT_AT_NIGHT);
        };
    }
}
