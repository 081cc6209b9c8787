package org.beffroi.platform;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Tells again, each minute, what a listener failed to hear: a declaration whose incident could not be opened must not wait for the next
 * start. The registry by itself only notes that it failed.
 */
@Component
@ConditionalOnWebApplication
class Retelling {
    private static final Logger LOG = LoggerFactory.getLogger(Retelling.class);

    private final FailedEventPublications failed;

    Retelling(FailedEventPublications failed) {
        this.failed = failed;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void tellAgain() {
        try {
            failed.resubmit(ResubmissionOptions.defaults());
        } catch (DataAccessException | TransactionException gone) {
            LOG.warn("Events could not be told again now: {}", gone.getMessage());
        }
    }
}
