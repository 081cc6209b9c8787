package org.beffroi.observatory.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Structures counted since the arrangement began overlap from one year's release to the next, so their difference is a count too: the
 * structures that came in between. A release holds these counts only where each differs from the last published one by 0 or by 5 and more,
 * all of them or none.
 */
final class RepeatsSince {
    private static final List<String> CELLS = List.of(
            "structures-since",
            "repeat-since/UP_TO_2",
            "repeat-since-more-than-2",
            "repeat-since/3_OR_4",
            "repeat-since/MORE_THAN_4");

    private Map<String, Long> published = Map.of();

    /** Those that the next release must leave out; what it may hold counts as published from now on. */
    Set<String> withheldFrom(CellCounts next) {
        if (!published.isEmpty() && differTooLittle(next)) {
            return Set.copyOf(CELLS);
        }
        publish(next);
        return Set.of();
    }

    /** What an earlier release holds. */
    void told(Counted release) {
        if (CELLS.stream().anyMatch(release.disclosure()::shows)) {
            publish(release.tally());
        }
    }

    private void publish(CellCounts tally) {
        var now = new HashMap<String, Long>();
        CELLS.forEach(cell -> now.put(cell, tally.get(cell)));
        published = Map.copyOf(now);
    }

    /** Those who declared for the first time, and the others of the year, who had declared before. */
    private boolean differTooLittle(CellCounts next) {
        var newcomers = difference(next, "structures-since");
        return CELLS.stream().anyMatch(cell -> isSmall(difference(next, cell)))
                || isSmall(next.get("structures") - newcomers);
    }

    private long difference(CellCounts next, String cell) {
        return next.get(cell) - published.getOrDefault(cell, 0L);
    }

    private static boolean isSmall(long difference) {
        return difference != 0 && Math.abs(difference) < Disclosure.SMALLEST_PUBLISHED;
    }
}
