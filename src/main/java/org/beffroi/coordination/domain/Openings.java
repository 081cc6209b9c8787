package org.beffroi.coordination.domain;

import com.github.f4b6a3.uuid.util.UuidUtil;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.beffroi.incident.Incidents;
import org.beffroi.incident.Incidents.Opened;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Asks the rules of what was newly declared, in batches behind the declarations: what a flood of them leaves over is done after it. Read
 * twice, at once and five minutes behind: a declaration that took long to be committed is not missed.
 */
@Service
class Openings {
    private static final Logger LOG = LoggerFactory.getLogger(Openings.class);
    private static final int READ = 1000;
    /** A round each second keeps to what the two smallest processors can bear beside the declarations. */
    private static final int HEARD = 50;

    /** Longer than any statement or transaction may take, and than clocks of several nodes differ. */
    private static final Duration SURE = Duration.ofMinutes(5);

    private final WaitingStore waiting;
    private final ObligationKeeper keeper;
    private final Incidents incidents;
    private final TransactionOperations transaction;
    private final Clock clock;

    Openings(
            WaitingStore waiting,
            ObligationKeeper keeper,
            Incidents incidents,
            TransactionOperations transaction,
            Clock clock) {
        this.waiting = waiting;
        this.keeper = keeper;
        this.incidents = incidents;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return whether something may be left */
    boolean work() {
        var sure = clock.instant().minus(SURE);
        var more = read("newest", incident -> true);
        more |= read("sure", incident -> UuidUtil.getInstant(incident).isBefore(sure));
        var due = waiting.due(clock.instant(), HEARD);
        due.forEach(this::hear);
        return more || due.size() == HEARD;
    }

    private boolean read(String name, Predicate<UUID> old) {
        return Boolean.TRUE.equals(transaction.execute(status -> waiting.bookmark(name)
                .map(last -> {
                    var all = incidents.openedAfter(last, READ);
                    var opened = all.stream()
                            .takeWhile(each -> old.test(each.incident()))
                            .toList();
                    note(name, opened);
                    return opened.size() == READ;
                })
                .orElse(false)));
    }

    private void note(String name, List<Opened> opened) {
        if (!opened.isEmpty()) {
            waiting.add(opened.stream().map(Opened::declaration).toList());
            waiting.bookmark(name, opened.getLast().incident());
        }
    }

    /** One that fails must not keep the others waiting. */
    private void hear(UUID declaration) {
        try {
            keeper.hear(declaration);
        } catch (RuntimeException failed) {
            LOG.warn(
                    "Who must be told of declaration {} is not decided, and tried again: {}",
                    declaration,
                    failed.toString());
            waiting.postpone(declaration, clock.instant());
        }
    }
}
