package org.beffroi.incident.rota.domain;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks whether somebody must be called. Each part in a transaction of its own: one that fails keeps no other from being done. */
@Component
class CallRound {
    private static final Logger LOG = LoggerFactory.getLogger(CallRound.class);
    /** A flood is looked at in a few rounds. */
    private static final int MOST_BATCHES = 20;

    private final CallDesk desk;

    CallRound(CallDesk desk) {
        this.desk = desk;
    }

    void work() {
        attempt("looked at", () -> {
            int batches = 0;
            while (batches < MOST_BATCHES && desk.look()) {
                batches++;
            }
        });
        attempt("begun", desk::begin);
        attempt("gone on with", desk::goOn);
    }

    private static void attempt(String what, Runnable part) {
        try {
            part.run();
        } catch (DataAccessException | TransactionException gone) {
            LOG.warn("Calls wait for the database: {}", gone.getMessage());
        } catch (RuntimeException failed) {
            LOG.error("Calls are not {}, and tried again", what, failed);
        }
    }

    /** In a server only. */
    @Component
    @ConditionalOnWebApplication
    static class Rounds {
        private final CallRound round;
        private volatile boolean ready;

        Rounds(CallRound round) {
            this.round = round;
        }

        /** Not before: what a demonstration sows calls nobody. */
        @EventListener(ApplicationReadyEvent.class)
        void ready() {
            ready = true;
        }

        @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
        void go() {
            if (ready) {
                round.work();
            }
        }
    }
}
