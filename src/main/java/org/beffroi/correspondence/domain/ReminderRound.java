package org.beffroi.correspondence.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.beffroi.correspondence.domain.ReminderStore.Asked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Goes through those who do not answer. Several nodes may do so at once: a step has one row. */
@Component
class ReminderRound {
    private static final int BATCH = 200;
    private static final int FASTEST = 60;
    private static final UUID FIRST = new UUID(0, 0);
    private static final Logger LOG = LoggerFactory.getLogger(ReminderRound.class);

    private final ReminderStore store;
    private final Silence silence;
    private final ReminderStep step;
    private final Clock clock;

    ReminderRound(ReminderStore store, Silence silence, ReminderStep step, Clock clock) {
        this.store = store;
        this.silence = silence;
        this.step = step;
        this.clock = clock;
    }

    /** @return how many steps were taken */
    int remindDue() {
        var now = clock.instant();
        var oldest = now.minus(silence.forgets());
        // In a rehearsal the first step may be due that much earlier: the step itself knows.
        var before = now.minus(silence.steps().getFirst().after().dividedBy(FASTEST));
        int taken = 0;
        var last = FIRST;
        for (var batch = store.waiting(oldest, before, last, BATCH);
                !batch.isEmpty();
                batch = store.waiting(oldest, before, last, BATCH)) {
            for (var asked : batch) {
                taken += take(asked, now) ? 1 : 0;
            }
            last = batch.getLast().declaration();
        }
        return taken;
    }

    /** One that fails must not keep the others waiting: it is tried again at the next round. */
    private boolean take(Asked asked, Instant now) {
        try {
            return step.take(asked, now);
        } catch (DataAccessException | TransactionException gone) {
            throw gone;
        } catch (RuntimeException failed) {
            LOG.warn("Nobody was reminded of declaration {}: {}", asked.declaration(), failed.toString());
            return false;
        }
    }

    @Configuration
    static class Ladder {
        @Bean
        Silence silence() {
            return Silence.read();
        }
    }

    /** In a server only. */
    @Component
    @ConditionalOnWebApplication
    static class Rounds {
        private final ReminderRound round;

        Rounds(ReminderRound round) {
            this.round = round;
        }

        @Scheduled(initialDelay = 60, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
        void go() {
            try {
                round.remindDue();
            } catch (DataAccessException | TransactionException gone) {
                LOG.warn("Reminders wait for the database: {}", gone.getMessage());
            }
        }
    }
}
