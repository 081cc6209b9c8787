package org.beffroi.incident.domain;

import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see of the queue.
 *
 * @param region INSEE code
 * @param text words of names, towns, FINESS numbers or references; blank: all
 * @param world other than the national one for the desk only
 * @param page from 1
 */
public record QueueQuery(View view, @Nullable String region, String text, World world, int page) {
    public static final int PAGE_SIZE = 50;

    public QueueQuery {
        page = Math.clamp(page, 1, 10_000);
    }

    /** Which incidents. */
    public enum View {
        /** All that is not over, the most urgent first. */
        OPEN,
        /** Open ones that the viewer has in hand. */
        MINE,
        /** Open ones that nobody has. */
        UNASSIGNED,
        /** What is over, the latest first. */
        CLOSED
    }

    public QueueQuery in(View other) {
        return new QueueQuery(other, region, text, world, 1);
    }

    public QueueQuery at(int otherPage) {
        return new QueueQuery(view, region, text, world, otherPage);
    }
}
