package org.beffroi.correspondence.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it came, read once. Nothing in it is proven: anybody may write anything into any line of it.
 *
 * @param id its Message-ID, or, where it has none, a hash of it
 * @param from address of the sender; empty when there is none
 * @param name of the sender; may be empty
 * @param text in words; what it quotes of an earlier mail is left out
 * @param files that came along; {@code dropped} names of those that were too many or too large
 * @param automatic written by a machine, and not to be answered
 * @param bounced identifier of the mail of ours that did not arrive, as this one says
 * @param answers identifiers of mails of ours that it may be an answer to
 */
record IncomingMail(
        String id,
        Instant sentAt,
        String from,
        String name,
        String subject,
        String text,
        List<Enclosure> files,
        List<String> dropped,
        boolean automatic,
        @Nullable UUID bounced,
        List<UUID> answers) {}
