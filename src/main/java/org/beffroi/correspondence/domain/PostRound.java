package org.beffroi.correspondence.domain;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends the postman out, in a server only: a command beside it leaves the post alone. */
@Component
@ConditionalOnWebApplication
class PostRound {
    private static final Logger LOG = LoggerFactory.getLogger(PostRound.class);

    private final Postman postman;

    PostRound(Postman postman) {
        this.postman = postman;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void go() {
        try {
            postman.deliverDue();
        } catch (DataAccessException gone) {
            LOG.warn("Mails wait for the database: {}", gone.getMessage());
        }
    }
}
