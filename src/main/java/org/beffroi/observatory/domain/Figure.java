package org.beffroi.observatory.domain;

import org.jspecify.annotations.Nullable;

/**
 * One named figure of a year.
 *
 * @param key of its definition in {@link Indicators#FIGURES}
 * @param n null when suppressed, or when what it needs was not known
 * @param suppressed too small to be published, or would give away another
 * @param share null when there is none, or when n or its denominator is not shown
 */
public record Figure(
        String key,
        @Nullable Long n,
        boolean suppressed,
        @Nullable Share share,
        @Nullable Growth growth) {}
