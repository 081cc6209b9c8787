package org.beffroi.coordination.domain;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Works on what was newly declared, in a server only. */
@Component
@ConditionalOnWebApplication
class OpeningsRound {
    private static final Logger LOG = LoggerFactory.getLogger(OpeningsRound.class);

    private final Openings openings;

    OpeningsRound(Openings openings) {
        this.openings = openings;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void go() {
        try {
            openings.work();
        } catch (DataAccessException | TransactionException gone) {
            LOG.warn("Who must be told waits for the database: {}", gone.getMessage());
        }
    }
}
