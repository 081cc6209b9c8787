package org.beffroi.correspondence.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.beffroi.correspondence.domain.Carrier.Fault;
import org.beffroi.correspondence.domain.Carrier.Undelivered;
import org.beffroi.correspondence.domain.OutboxStore.Due;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands over what is due, one after the other, each way for itself, holding no transaction meanwhile. Several nodes may do so at once.
 * Something goes out twice only when the house dies, or an answer is lost, between the other one's «taken» and the row that says so; it then
 * bears the same identifier.
 */
@Component
class Postman {
    /** Longer than the slowest may keep us with one. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final int LONGEST_WAIT_MINUTES = 60;
    private static final Duration GIVES_UP = Duration.ofDays(3);
    private static final int ROUND = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final OutboxStore outbox;
    private final Map<Way, Carrier> carriers;
    private final Clock clock;

    Postman(OutboxStore outbox, List<? extends Carrier> carriers, Clock clock) {
        this.outbox = outbox;
        this.carriers = carriers.stream().collect(Collectors.toMap(Carrier::way, Function.identity()));
        this.clock = clock;
    }

    /** @return how many were tried */
    int deliverDue(Way way) {
        var carrier = Objects.requireNonNull(carriers.get(way), way.name());
        // Who does not answer now is left alone for the rest of the round: the others wait behind them.
        var silent = new HashSet<String>();
        for (int tried = 0; tried < ROUND; tried++) {
            var due = outbox.claim(way, clock.instant(), LEASE, silent);
            if (due.isEmpty()) {
                return tried;
            }
            var first = due.get();
            deliver(
                    first.kind() == Notices.Kind.NOTICE ? outbox.along(first, clock.instant(), LEASE) : first,
                    carrier,
                    silent);
        }
        return ROUND;
    }

    private void deliver(Due due, Carrier carrier, Set<String> silent) {
        Carrier.How how;
        try {
            how = carrier.carry(due);
        } catch (Undelivered fault) {
            LOG.warn("{} {} was not taken at attempt {}: {}", due.way(), due.message(), due.attempt(), fault.fault());
            if (fault.fault() == Fault.UNREACHABLE) {
                silent.add(due.address());
            }
            failed(due, fault.fault());
            return;
        } catch (RuntimeException ours) {
            // Or it would be held and dropped for ever, unseen, and each time keep the others waiting.
            LOG.error("{} {} cannot be written at attempt {}", due.way(), due.message(), due.attempt(), ours);
            failed(due, Fault.UNWRITABLE);
            return;
        }
        outbox.handedOver(due, how, clock.instant());
    }

    private void failed(Due due, Fault fault) {
        due.all().forEach(one -> outbox.failed(one.message(), fault, fault == Fault.REFUSED ? null : next(one)));
    }

    /** After 1, 2, 4 … minutes, then each hour; null after three days. */
    private @Nullable Instant next(Due due) {
        var minutes = Math.min(LONGEST_WAIT_MINUTES, 1 << Math.min(due.attempt() - 1, 6));
        var next = clock.instant().plus(Duration.ofMinutes(minutes));
        return next.isAfter(due.createdAt().plus(GIVES_UP)) ? null : next;
    }
}
