package org.beffroi.correspondence.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.declaration.Sheet;
import org.springframework.stereotype.Component;

/** That a structure is told of a message, by which way, and how far that has come. */
@Component
class Dispatch {
    private final OutboxStore outbox;
    private final Reaching reaching;

    Dispatch(OutboxStore outbox, Reaching reaching) {
        this.outbox = outbox;
        this.reaching = reaching;
    }

    /**
     * In the transaction that writes the message. Nobody is told of a rehearsal, nor where no way is known.
     *
     * @param other who is told instead of whoever declared
     * @param timing when it goes out
     */
    void tell(UUID message, Sheet sheet, Optional<Reach> other, Timing timing, Instant now) {
        if (!sheet.world().isRehearsal()) {
            var due = timing.from(now, sheet.structure().zone());
            other.or(() -> reaching.of(sheet))
                    .ifPresent(reach -> outbox.add(message, Notices.Kind.NOTICE, sheet.reference(), reach, now, due));
        }
    }

    /** By message. */
    Map<UUID, Delivery> of(UUID declaration) {
        return outbox.of(declaration);
    }

    /** The number to call, where nothing written gets round the structure's network. */
    Optional<String> toCall(Sheet sheet) {
        return reaching.toCall(sheet);
    }
}
