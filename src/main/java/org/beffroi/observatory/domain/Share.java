package org.beffroi.observatory.domain;

import org.jspecify.annotations.Nullable;

/**
 * A part of something that is named: a percentage alone says nothing.
 *
 * @param of the denominator's name, a key of {@link Indicators#BASES}
 * @param percent one decimal
 * @param points difference to the whole year before, in percentage points, one decimal; null when there is none to compare with
 */
public record Share(
        long numerator,
        long denominator,
        String of,
        double percent,
        @Nullable Double points) {

    /** Null of nothing: there is no share of 0. */
    static @Nullable Share of(long numerator, long denominator, String name, @Nullable Share before) {
        if (denominator == 0) {
            return null;
        }
        var exact = 100.0 * numerator / denominator;
        var points = before == null || before.denominator() == 0
                ? null
                : oneDecimal(exact - 100.0 * before.numerator() / before.denominator());
        return new Share(numerator, denominator, name, oneDecimal(exact), points);
    }

    static double oneDecimal(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
