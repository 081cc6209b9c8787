package org.beffroi.files.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.beffroi.files.Files;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Reads back what has come in whole, and forgets what was never finished. In a server only. */
@Component
@ConditionalOnWebApplication
class FilesRound {
    /** So long an upload may be continued. */
    static final Duration PATIENCE = Duration.ofDays(7);

    private static final int AT_MOST = 100;
    private static final Logger LOG = LoggerFactory.getLogger(FilesRound.class);

    private final Vault vault;
    private final Files files;
    private final FileStore store;
    private final Clock clock;

    FilesRound(Vault vault, FileStore store, Clock clock) {
        this.vault = vault;
        this.files = vault;
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void readBack() {
        try {
            while (vault.readBackNext()) {
                LOG.debug("a file was read back");
            }
        } catch (DataAccessException | TransactionException gone) {
            LOG.warn("Files wait for the database: {}", gone.getMessage());
        }
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forget() {
        try {
            store.abandoned(clock.instant().minus(PATIENCE), AT_MOST).forEach(files::erase);
        } catch (DataAccessException | TransactionException gone) {
            LOG.warn("Unfinished files wait for the database: {}", gone.getMessage());
        }
    }
}
