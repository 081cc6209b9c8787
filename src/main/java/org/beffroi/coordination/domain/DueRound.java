package org.beffroi.coordination.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Goes through what structures must still do themselves, in a server only. Several nodes may do so at once. */
@Component
@ConditionalOnWebApplication
class DueRound {
    private static final Logger LOG = LoggerFactory.getLogger(DueRound.class);

    private final DueStore store;
    private final DueReminders reminders;
    private final Clock clock;

    DueRound(DueStore store, DueReminders reminders, Clock clock) {
        this.store = store;
        this.reminders = reminders;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 45, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void go() {
        try {
            var now = clock.instant();
            var from = now.minus(reminders.steps().latest().multipliedBy(2));
            var to = now.plus(reminders.steps().earliest());
            store.open(from, to).forEach(ofOne -> remind(ofOne, now));
        } catch (DataAccessException | TransactionException gone) {
            LOG.warn("Reminders of what is due wait for the database: {}", gone.getMessage());
        }
    }

    /** One that fails must not keep the others waiting: it is tried again at the next round. */
    private void remind(List<DueStore.Open> ofOne, Instant now) {
        try {
            reminders.remind(ofOne, now);
        } catch (DataAccessException | TransactionException gone) {
            throw gone;
        } catch (RuntimeException failed) {
            LOG.warn(
                    "Nobody was reminded of what is due for {}: {}",
                    ofOne.getFirst().declaration(),
                    failed.toString());
        }
    }
}
