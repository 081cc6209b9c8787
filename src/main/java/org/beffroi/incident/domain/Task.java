package org.beffroi.incident.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.beffroi.incident.domain.Playbook.Party;
import org.beffroi.incident.domain.Playbook.Said;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to be done in an incident.
 *
 * @param run the playbook that it comes from; null: set by hand
 * @param waits titles of the tasks that come before it and are still open
 * @param owner whose it is; null: nobody’s yet
 * @param ended null: still to do
 */
public record Task(
        UUID id,
        @Nullable UUID run,
        String key,
        Party party,
        @Nullable Instant due,
        List<Said> waits,
        Said title,
        Said help,
        @Nullable String owner,
        @Nullable Ended ended) {

    /** What can be said of a task. */
    public enum Kind {
        /** Somebody has it in hand. */
        OWNED,
        /** It is done. */
        DONE,
        /** There is nothing to do here. */
        NOT_APPLICABLE,
        /** It was not, after all. */
        REOPENED
    }

    /** @param because why there was nothing to do, or why it was done before what comes before it; empty otherwise */
    public record Ended(Kind how, Instant at, String by, String because) {}

    public boolean open() {
        return ended == null;
    }

    public boolean lateAt(Instant now) {
        return open() && due != null && due.isBefore(now);
    }
}
