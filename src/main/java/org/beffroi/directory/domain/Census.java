package org.beffroi.directory.domain;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.beffroi.directory.DirectoryCounted;

/** Sums structures up by what their category means. */
final class Census {
    private Census() {}

    /** @param structures how many, by category and region; an empty region is none */
    static DirectoryCounted of(Map<String, Map<String, Long>> structures, Categories categories, Instant at) {
        var groups = new TreeMap<String, Long>();
        var regions = new TreeMap<String, Long>();
        long obliged = 0;
        for (var category : structures.entrySet()) {
            long ofCategory = category.getValue().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            groups.merge(categories.group(category.getKey()), ofCategory, Long::sum);
            if (categories.obliged(category.getKey())) {
                obliged += ofCategory;
                category.getValue().forEach((region, number) -> regions.merge(region, number, Long::sum));
            }
        }
        regions.remove("");
        return new DirectoryCounted(at, obliged, groups, regions);
    }
}
