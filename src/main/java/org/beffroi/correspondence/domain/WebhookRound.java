package org.beffroi.correspondence.domain;

import com.github.f4b6a3.uuid.util.UuidUtil;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.beffroi.incident.Incidents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads what was newly declared, in batches behind it: a listener would cost a row for each declaration, within what must be quick. Read
 * twice, at once and five minutes behind, so that a declaration that took long to be committed is not missed.
 */
@Component
class WebhookRound {
    private static final int READ = 500;
    private static final Duration SURE = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Logger LOG = LoggerFactory.getLogger(WebhookRound.class);

    private final WebhookStore store;
    private final WebhookWriter writer;
    private final Incidents incidents;
    private final TransactionOperations transaction;
    private final Clock clock;

    WebhookRound(
            WebhookStore store,
            WebhookWriter writer,
            Incidents incidents,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.writer = writer;
        this.incidents = incidents;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return whether something may be left */
    boolean read() {
        var sure = clock.instant().minus(SURE);
        var more = read("newest", incident -> true);
        more |= read("sure", incident -> UuidUtil.getInstant(incident).isBefore(sure));
        store.forgetCallsBefore(clock.instant().minus(KEPT));
        return more;
    }

    /** One that cannot be told must not keep all later ones waiting: then they are read one by one, and that one is left out. */
    private boolean read(String name, Predicate<UUID> old) {
        try {
            return read(name, old, READ);
        } catch (DataAccessException | TransactionException gone) {
            throw gone;
        } catch (RuntimeException broken) {
            LOG.error("Webhooks: something that was opened cannot be told; reading one by one", broken);
            return oneByOne(name, old);
        }
    }

    private boolean oneByOne(String name, Predicate<UUID> old) {
        for (int count = 0; count < READ; count++) {
            try {
                if (!read(name, old, 1)) {
                    return false;
                }
            } catch (DataAccessException | TransactionException gone) {
                throw gone;
            } catch (RuntimeException broken) {
                leaveOut(name);
            }
        }
        return true;
    }

    private void leaveOut(String name) {
        transaction.executeWithoutResult(status -> store.bookmark(name)
                .flatMap(last -> incidents.openedAfter(last, 1).stream().findFirst())
                .ifPresent(broken -> {
                    LOG.error("Webhooks: that incident {} was opened is told to nobody", broken.incident());
                    store.bookmark(name, broken.incident());
                }));
    }

    /** @return whether as many were there as asked for */
    private boolean read(String name, Predicate<UUID> old, int most) {
        return Boolean.TRUE.equals(transaction.execute(status -> store.bookmark(name)
                .map(last -> {
                    var opened = incidents.openedAfter(last, most).stream()
                            .takeWhile(each -> old.test(each.incident()))
                            .toList();
                    writer.opened(opened);
                    if (!opened.isEmpty()) {
                        store.bookmark(name, opened.getLast().incident());
                    }
                    return opened.size() == most;
                })
                .orElse(false)));
    }

    /** In a server only. */
    @Component
    @ConditionalOnWebApplication
    static class Rounds {
        private final WebhookRound round;

        Rounds(WebhookRound round) {
            this.round = round;
        }

        @Scheduled(initialDelay = 5, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
        void go() {
            try {
                while (round.read()) {
                    LOG.debug("Webhooks: many were declared; reading on.");
                }
            } catch (DataAccessException | TransactionException gone) {
                LOG.warn("Webhooks wait for the database: {}", gone.getMessage());
            }
        }
    }
}
