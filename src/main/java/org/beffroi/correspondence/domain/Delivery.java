package org.beffroi.correspondence.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the mail has come that tells of a message.
 *
 * @param address where it goes
 * @param at when it was handed over, or last tried; null while nobody has tried
 * @param next when it will be tried again; null when it will not
 */
public record Delivery(
        State state,
        String address,
        @Nullable Instant at,
        @Nullable Instant next) {

    /** How far it has come. */
    public enum State {
        /** It goes out in a moment. */
        WAITING,
        /** The mail server has it, and answers for it. */
        HANDED_OVER,
        /** No mail server is named: it was kept in memory, and not sent. */
        KEPT,
        /** The mail server did not answer; it is tried again. */
        RETRYING,
        /** The mail server knows no such address. */
        REFUSED,
        /** The mail server has not answered for three days. */
        GIVEN_UP,
        /** It was taken, and did not arrive after all. */
        BOUNCED
    }
}
