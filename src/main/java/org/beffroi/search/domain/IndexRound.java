package org.beffroi.search.domain;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Keeps the index up with what happens, in a server only. */
@Component
@ConditionalOnWebApplication
class IndexRound {
    private static final Logger LOG = LoggerFactory.getLogger(IndexRound.class);

    /** Declarations in a second: what the two smallest processors can bear beside a flood of them. */
    private static final int AT_MOST = 100;

    private final Indexer indexer;

    IndexRound(Indexer indexer) {
        this.indexer = indexer;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void go() {
        try {
            indexer.work(AT_MOST, false);
        } catch (DataAccessException | TransactionException gone) {
            LOG.warn("The index of the search waits for the database: {}", gone.getMessage());
        }
    }
}
