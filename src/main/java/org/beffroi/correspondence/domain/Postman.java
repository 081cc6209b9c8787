package org.beffroi.correspondence.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.beffroi.correspondence.domain.MailPost.Fault;
import org.beffroi.correspondence.domain.MailPost.Undelivered;
import org.beffroi.correspondence.domain.OutboxStore.Due;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands over what is due, one after the other, holding no transaction meanwhile. Several nodes may do so at once. A mail goes out twice
 * only when the house dies between the server's «taken» and the row that says so; it then bears the same Message-ID.
 */
@Component
class Postman {
    /** Longer than the slowest server may keep us with one mail. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final int LONGEST_WAIT_MINUTES = 60;
    private static final Duration GIVES_UP = Duration.ofDays(3);
    private static final int ROUND = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final OutboxStore outbox;
    private final MailPost post;
    private final Notices notices;
    private final Clock clock;

    Postman(OutboxStore outbox, MailPost post, Notices notices, Clock clock) {
        this.outbox = outbox;
        this.post = post;
        this.notices = notices;
        this.clock = clock;
    }

    /** @return how many were tried */
    int deliverDue() {
        for (int tried = 0; tried < ROUND; tried++) {
            var due = outbox.claim(clock.instant(), LEASE);
            if (due.isEmpty()) {
                return tried;
            }
            deliver(due.get());
        }
        return ROUND;
    }

    private void deliver(Due due) {
        try {
            post.post(notices.of(due));
        } catch (Undelivered fault) {
            var next = fault.fault() == Fault.REFUSED ? null : next(due);
            LOG.warn(
                    "The mail about {} was not taken at attempt {}: {}", due.reference(), due.attempt(), fault.fault());
            outbox.failed(due.message(), fault.fault(), next);
            return;
        } catch (RuntimeException ours) {
            // Or it would be held and dropped for ever, unseen, and each time keep the others waiting.
            LOG.error("The mail about {} cannot be written at attempt {}", due.reference(), due.attempt(), ours);
            outbox.failed(due.message(), Fault.UNWRITABLE, next(due));
            return;
        }
        outbox.handedOver(due.message(), post.how(), clock.instant());
    }

    /** After 1, 2, 4 … minutes, then each hour; null after three days. */
    private @Nullable Instant next(Due due) {
        var minutes = Math.min(LONGEST_WAIT_MINUTES, 1 << Math.min(due.attempt() - 1, 6));
        var next = clock.instant().plus(Duration.ofMinutes(minutes));
        return next.isAfter(due.createdAt().plus(GIVES_UP)) ? null : next;
    }
}
