package org.beffroi.observatory.domain;

import org.jspecify.annotations.Nullable;

/**
 * What stands behind the question mark of an address, as it was typed.
 *
 * @param world code of a collection; the national figures without it
 * @param asKnownAt day, {@code 2026-03-01}: what was known at its start in Europe/Paris. For the public, the first of that month
 * @param region INSEE code, for the figures of one region by those who may see them
 */
public record Wish(
        @Nullable String world,
        @Nullable String asKnownAt,
        @Nullable String region) {}
