package org.beffroi.incident.domain;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.StringJoiner;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see of the queue.
 *
 * @param region INSEE code
 * @param text words of names, towns, FINESS numbers or references; blank: all
 * @param world other than the national one for the desk only
 * @param verified only those known to come from their structure, or only those that are to be called back; null: all
 * @param kind code of the vocabulary {@code declaration-kind}: those with a declaration of this kind; null: all
 * @param page from 1
 */
public record QueueQuery(
        View view,
        @Nullable String region,
        String text,
        World world,
        @Nullable Boolean verified,
        @Nullable String kind,
        int page) {
    public static final int PAGE_SIZE = 50;

    public QueueQuery {
        page = Math.clamp(page, 1, 10_000);
    }

    public QueueQuery(View view, @Nullable String region, String text, World world, int page) {
        this(view, region, text, world, null, null, page);
    }

    /** Which incidents. */
    public enum View {
        /** All that is not over, the most urgent first. */
        OPEN,
        /** Open ones that the viewer has in hand. */
        MINE,
        /** Open ones that the viewer follows. */
        WATCHED,
        /** Open ones that nobody has. */
        UNASSIGNED,
        /** What is over, the latest first. */
        CLOSED
    }

    public QueueQuery in(View other) {
        return new QueueQuery(other, region, text, world, verified, kind, 1);
    }

    public QueueQuery at(int otherPage) {
        return new QueueQuery(view, region, text, world, verified, kind, otherPage);
    }

    /** As it stands behind the queue's address, without the number of the page where that is the first. */
    public String address() {
        var parts = new StringJoiner("&");
        parts.add("view=" + view.name().toLowerCase(Locale.ROOT));
        if (region != null) {
            parts.add("region=" + region);
        }
        if (!text.isBlank()) {
            parts.add("q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
        if (!world.equals(World.NATIONAL)) {
            parts.add("world=" + world.code());
        }
        if (verified != null) {
            parts.add("verified=" + verified);
        }
        if (kind != null) {
            parts.add("kind=" + kind.toLowerCase(Locale.ROOT));
        }
        if (page > 1) {
            parts.add("page=" + page);
        }
        return parts.toString();
    }

    QueueQuery in(World other) {
        return new QueueQuery(view, region, text, other, verified, kind, page);
    }

    QueueQuery unverified() {
        return new QueueQuery(view, region, text, world, false, kind, 1);
    }
}
