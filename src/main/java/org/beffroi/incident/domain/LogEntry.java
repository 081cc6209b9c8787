package org.beffroi.incident.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the logbook.
 *
 * @param saidBy who says so, or who decided
 * @param writtenAt when it was written down, which may be much later
 * @param by who wrote it down
 * @param struck null: it holds
 */
public record LogEntry(
        UUID id,
        Kind kind,
        Instant happenedAt,
        String text,
        String saidBy,
        Instant writtenAt,
        String by,
        @Nullable Struck struck) {

    /** What a line is. */
    public enum Kind {
        /** It happened. */
        FACT,
        /** Somebody decided it: «network cut». */
        DECISION
    }

    /** It was wrong; it stays to be read. */
    public record Struck(Instant at, String by, String because) {}

    /**
     * What is to be written.
     *
     * @param happenedAt null: it was not said
     */
    public record Draft(Kind kind, @Nullable Instant happenedAt, String text, String saidBy) {}
}
