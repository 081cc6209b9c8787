package org.beffroi.coordination;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody must be told.
 *
 * @param recipient its name is the message {@code coordination.recipient.<recipient>}
 * @param reason its words are the message {@code coordination.reason.<reason>}
 * @param from since when the time counts
 * @param due null: without delay, for which the law gives no number
 * @param source where it is written
 * @param fields keys of the questions whose answers the recipient may see
 */
public record Obligation(
        String recipient,
        By by,
        String reason,
        Instant from,
        @Nullable Instant due,
        String source,
        List<String> fields) {

    /** Who has to do it. */
    public enum By {
        /** The desk transmits. */
        DESK,
        /** The structure tells them itself; the desk reminds it. */
        STRUCTURE
    }
}
