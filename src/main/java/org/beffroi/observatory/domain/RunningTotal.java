package org.beffroi.observatory.domain;

import java.time.LocalDate;

/**
 * How many incidents of a year were known on a day, as the public is told while the year has no release: to within five. A reader who
 * subtracts two of them, or one from the release, is left with several numbers that the difference may be.
 *
 * @param knownAt at the start of this day, in Europe/Paris
 * @param atLeast 0, 1 or a multiple of 5
 * @param atMost 0 where there is none: that is told; else the number before the next multiple of 5
 */
public record RunningTotal(LocalDate knownAt, long atLeast, long atMost) {
    private static final int STEP = Disclosure.SMALLEST_PUBLISHED;

    static RunningTotal of(LocalDate knownAt, long exact) {
        var floor = exact - exact % STEP;
        return exact == 0
                ? new RunningTotal(knownAt, 0, 0)
                : new RunningTotal(knownAt, Math.max(1, floor), floor + STEP - 1);
    }

    public boolean none() {
        return atMost == 0;
    }
}
