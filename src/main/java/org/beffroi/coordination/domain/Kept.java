package org.beffroi.coordination.domain;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.coordination.Obligation.By;
import org.jspecify.annotations.Nullable;

/**
 * An obligation as it is kept.
 *
 * @param fromStart known when it was found; otherwise its time began when it was learnt
 * @param due null: without delay
 * @param endedAt null while it holds
 * @param told null until they were
 */
public record Kept(
        UUID id,
        UUID declaration,
        String recipient,
        By by,
        String reason,
        boolean fromStart,
        Instant from,
        @Nullable Instant due,
        String source,
        Instant aroseAt,
        @Nullable Instant endedAt,
        @Nullable Told told) {

    /**
     * @param channel code of the vocabulary {@code transmission-channel}
     * @param receipt the number under which the recipient has it
     * @param lateBecause why only after it was due
     * @param by who recorded it
     */
    public record Told(
            Instant at,
            String channel,
            @Nullable String receipt,
            @Nullable String lateBecause,
            Instant recordedAt,
            String by) {}

    /** Due before that moment, and not done by then. */
    public boolean lateAt(Instant moment) {
        return due != null && moment.isAfter(due);
    }
}
