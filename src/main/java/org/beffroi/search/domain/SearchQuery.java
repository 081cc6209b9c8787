package org.beffroi.search.domain;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.Locale;
import java.util.StringJoiner;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param text blank: nothing yet
 * @param in null: in everything
 * @param open null: open and closed incidents
 * @param since null: from all years
 * @param region INSEE code; null: all
 * @param page from 1
 */
public record SearchQuery(
        String text,
        @Nullable View in,
        @Nullable Boolean open,
        @Nullable Since since,
        @Nullable String region,
        World world,
        int page) {
    public static final int PAGE_SIZE = 20;

    public SearchQuery {
        page = Math.clamp(page, 1, Search.MOST / PAGE_SIZE);
    }

    /** How long ago at most it was declared. */
    public enum Since {
        WEEK(Period.ofDays(7)),
        MONTH(Period.ofDays(31)),
        YEAR(Period.ofDays(366));

        private final Period period;

        Since(Period period) {
            this.period = period;
        }

        Period period() {
            return period;
        }
    }

    /** Whether it was narrowed by anything besides the words. */
    public boolean narrowed() {
        return in != null || open != null || since != null || region != null;
    }

    public SearchQuery at(int otherPage) {
        return new SearchQuery(text, in, open, since, region, world, otherPage);
    }

    /** The same words in everything. */
    public SearchQuery wide() {
        return new SearchQuery(text, null, null, null, null, world, 1);
    }

    SearchQuery in(World other) {
        return new SearchQuery(text, in, open, since, region, other, page);
    }

    /** As it stands behind the address of the page. */
    public String address() {
        var parts = new StringJoiner("&");
        parts.add("q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        if (in != null) {
            parts.add("in=" + in.name().toLowerCase(Locale.ROOT));
        }
        if (open != null) {
            parts.add("status=" + (open ? "open" : "closed"));
        }
        if (since != null) {
            parts.add("since=" + since.name().toLowerCase(Locale.ROOT));
        }
        if (region != null) {
            parts.add("region=" + URLEncoder.encode(region, StandardCharsets.UTF_8));
        }
        if (!world.equals(World.NATIONAL)) {
            parts.add("world=" + world.code());
        }
        if (page > 1) {
            parts.add("page=" + page);
        }
        return parts.toString();
    }
}
