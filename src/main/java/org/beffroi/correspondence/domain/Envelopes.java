package org.beffroi.correspondence.domain;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beffroi.correspondence.domain.OutboxStore.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts a mail to whoever has a key into an envelope. One whose fingerprint was compared by voice holds the message itself. A key that is not
 * valid any more hinders no mail: it goes out as to everybody, for it says nothing, and the desk is told.
 */
@Component
class Envelopes {
    private static final Logger LOG = LoggerFactory.getLogger(Envelopes.class);

    private final Notices notices;
    private final PgpKeyStore keys;
    private final MessageStore messages;
    private final OutboxStore outbox;
    private final Clock clock;

    Envelopes(Notices notices, PgpKeyStore keys, MessageStore messages, OutboxStore outbox, Clock clock) {
        this.notices = notices;
        this.keys = keys;
        this.messages = messages;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mail of(Due due) {
        var plain = notices.of(due);
        var kept = keys.of(due.address());
        if (kept.isEmpty()) {
            return plain;
        }
        try {
            var key = PublicKey.kept(kept.get().armored());
            if (key.encrypts(clock.instant())) {
                note(due, Delivery.Envelope.SEALED);
                return sealed(due, plain, key, kept.get().compared());
            }
        } catch (RuntimeException broken) {
            LOG.error("The key of mail {} cannot be used; it goes out as to everybody", due.message(), broken);
        }
        note(due, Delivery.Envelope.KEY_NOT_VALID);
        return plain;
    }

    private Mail sealed(Due due, Mail plain, PublicKey key, boolean compared) {
        var held = compared && due.kind() == Notices.Kind.NOTICE
                ? due.all().stream().map(this::held).flatMap(Optional::stream).toList()
                : List.<String>of();
        var text = Stream.concat(held.stream(), Stream.of(plain.text())).collect(Collectors.joining("\n\n– – –\n\n"));
        return new Mail(plain.id(), plain.to(), notices.neutralSubject(), text, key);
    }

    private Optional<String> held(Due due) {
        return Optional.ofNullable(messages.text(due.message())).map(text -> due.reference() + "\n\n" + text);
    }

    private void note(Due due, Delivery.Envelope envelope) {
        due.all().forEach(one -> outbox.sealed(one.message(), envelope));
    }
}
