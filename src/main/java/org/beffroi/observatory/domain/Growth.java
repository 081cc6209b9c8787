package org.beffroi.observatory.domain;

import org.jspecify.annotations.Nullable;

/**
 * A count beside the one of the year before.
 *
 * @param percent one decimal; null when it cannot be said, and then {@code reason} says why
 * @param before the count it grew from; null when not known or not published
 * @param samePeriod the year is not over: compared with the same days of the year before, not with all of it
 */
public record Growth(
        @Nullable Double percent,
        @Nullable Long before,
        boolean samePeriod,
        @Nullable Reason reason) {

    /** Why there is no growth to show. */
    public enum Reason {
        /** Nothing is known of the year before. */
        NO_YEAR_BEFORE,
        /** The arrangement began in the course of the year before (1 October 2017). */
        BEGAN_THE_YEAR_BEFORE,
        /** Nothing is known here of the first month of the year before: collecting began later. */
        COLLECTION_BEGAN,
        /** One of the two counts is too small to be published, or would give away another. */
        NOT_PUBLISHED,
        /** It would be divided by 0. */
        NONE_BEFORE
    }

    static Growth unknown(Reason reason) {
        return new Growth(null, null, false, reason);
    }

    static Growth of(long now, long before, boolean samePeriod) {
        if (before == 0) {
            return new Growth(null, 0L, samePeriod, Reason.NONE_BEFORE);
        }
        return new Growth(Share.oneDecimal(100.0 * (now - before) / before), before, samePeriod, null);
    }
}
