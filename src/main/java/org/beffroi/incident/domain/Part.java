package org.beffroi.incident.domain;

import java.util.List;

/**
 * A part of a long list.
 *
 * @param number from 1
 * @param of how many parts there are, at least 1
 * @param total of all parts together
 */
public record Part<T>(List<T> items, int number, int of, int total) {

    /** @param asked is brought into the bounds */
    public static <T> Part<T> of(List<T> all, int asked, int size) {
        var parts = Math.max(1, Math.ceilDiv(all.size(), size));
        var number = Math.clamp(asked, 1, parts);
        var items = all.subList((number - 1) * size, Math.min(number * size, all.size()));
        return new Part<>(List.copyOf(items), number, parts, all.size());
    }

    public static <T> Part<T> whole(List<T> all) {
        return new Part<>(List.copyOf(all), 1, 1, all.size());
    }
}
