package org.beffroi.correspondence.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far has come what tells of a message.
 *
 * @param way by mail or by SMS
 * @param address where it goes; a number in the form of E.164
 * @param at when it was handed over, or last tried; null while nobody has tried
 * @param next when it will be tried again; null when it will not
 * @param envelope of a mail to an address with an OpenPGP key; null: it has none, or nobody has tried
 */
public record Delivery(
        Way way,
        State state,
        String address,
        @Nullable Instant at,
        @Nullable Instant next,
        @Nullable Envelope envelope) {

    /** Message key of how far it has come: with the address as it is read, when, and when next. */
    public String key() {
        return "correspondence.%s.%s".formatted(way.word(), state);
    }

    /** The address as it is read aloud. */
    public String shown() {
        return way == Way.SMS ? Numbers.shown(address) : address;
    }

    /** What became of the key. */
    public enum Envelope {
        /** The mail is encrypted. */
        SEALED,
        /** The key is not valid any more: the mail went out as to everybody. */
        KEY_NOT_VALID
    }

    /** How far it has come. */
    public enum State {
        /** It goes out in a moment. */
        WAITING,
        /** It waits for the hour that the structure wants. */
        DEFERRED,
        /** The mail server or the gateway has it, and answers for it. */
        HANDED_OVER,
        /** None is named: it was kept in memory, and not sent. */
        KEPT,
        /** They did not answer; it is tried again. */
        RETRYING,
        /** They know no such address. */
        REFUSED,
        /** They have not answered for three days. */
        GIVEN_UP,
        /** It was taken, and did not arrive after all. */
        BOUNCED
    }
}
