package org.beffroi.search.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.beffroi.incident.IncidentCatalogue.Entry;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;

/**
 * Words that nobody can type, among those of a file: of which view and world it is, open or since when, and of which region. With them, the index
 * alone finds a common word among the incidents of the last months, instead of those of all years.
 */
final class Marks {
    private static final int MONTHS = 3;

    private Marks() {}

    static List<String> of(View view, Entry entry) {
        var base = base(view, entry.world());
        var plain = entry.open()
                ? List.of(base + "/open")
                : List.of(base + "/closed", base + '/' + quarter(entry.declaredAt()));
        return entry.region() == null
                ? plain
                : Stream.concat(plain.stream(), plain.stream().map(mark -> mark + '/' + entry.region()))
                        .toList();
    }

    private static String base(View view, World world) {
        return view.name() + '/' + world.code();
    }

    private static String quarter(Instant instant) {
        var at = instant.atZone(ZoneOffset.UTC);
        return at.getYear() + "-" + ((at.getMonthValue() - 1) / MONTHS + 1);
    }

    /** The start of the quarter that lies so many before the one of this moment. */
    static Instant start(Instant now, int quartersBefore) {
        var at = now.atZone(ZoneOffset.UTC);
        var first = at.toLocalDate().withDayOfMonth(1).atStartOfDay(ZoneOffset.UTC);
        return first.minusMonths((at.getMonthValue() - 1) % MONTHS + (long) MONTHS * quartersBefore)
                .toInstant();
    }

    /** @param region null: of any */
    static List<String> open(View view, World world, @Nullable String region) {
        return List.of(base(view, world) + "/open" + within(region));
    }

    static List<String> closed(View view, World world, @Nullable String region) {
        return List.of(base(view, world) + "/closed" + within(region));
    }

    /** Of the quarters from so many before this moment's up to, and without, so many before; those to come belong to this one. */
    static List<String> closedIn(View view, World world, @Nullable String region, Instant now, int from, int to) {
        var marks = new ArrayList<String>();
        for (int before = from; before > to; before--) {
            marks.add(base(view, world) + '/' + quarter(start(now, before)) + within(region));
        }
        if (to < 0) {
            marks.add(base(view, world) + '/' + quarter(start(now, to)) + within(region));
        }
        return marks;
    }

    private static String within(@Nullable String region) {
        return region == null ? "" : "/" + region;
    }
}
