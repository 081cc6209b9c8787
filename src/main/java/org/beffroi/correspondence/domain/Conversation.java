package org.beffroi.correspondence.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.beffroi.correspondence.Side;
import org.beffroi.shared.PublicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the desk and one structure wrote to each other about one declaration, as one of them sees it.
 *
 * @param reference the declaration's
 * @param structure its name
 * @param declarant who declared, by name; null where nobody is named
 * @param verified whether the declaration is known to come from the structure
 * @param toCall the telephone round the structure's network, where nothing written gets there: somebody must call; for the desk alone
 * @param timing when the structure wants to be told of a message
 * @param messages the oldest first
 * @param unread how many of the other side's this side has not opened yet
 */
public record Conversation(
        PublicReference reference,
        String structure,
        @Nullable String declarant,
        boolean verified,
        @Nullable String toCall,
        Timing timing,
        List<Message> messages,
        int unread) {

    /**
     * One message. It never changes.
     *
     * @param number counts from 1 within the conversation
     * @param by who wrote it, by name; null where this reader need not know, and of whoever holds the secret link
     * @param stranger came by mail from an address that was not declared
     * @param read whether the other side has opened it
     * @param delivery of what tells of it; for the desk alone, null where no way is known
     */
    public record Message(
            int number,
            Instant writtenAt,
            Side side,
            @Nullable String by,
            String text,
            List<Attached> files,
            boolean stranger,
            boolean read,
            @Nullable Delivery delivery) {}

    /**
     * A file that came along.
     *
     * @param length bytes
     * @param password of the archive in which it is given out; null: it is given out as it is
     */
    public record Attached(
            UUID id, String name, long length, @Nullable String password) {}
}
