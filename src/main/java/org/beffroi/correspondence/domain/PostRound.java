package org.beffroi.correspondence.domain;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends the postman out, in a server only: a command beside it leaves the post alone. Each way has a round of its own: while a gateway is
 * dead, mails go out.
 */
@Component
@ConditionalOnWebApplication
class PostRound {
    private static final Logger LOG = LoggerFactory.getLogger(PostRound.class);

    private final Postman postman;

    PostRound(Postman postman) {
        this.postman = postman;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void mails() {
        go(Way.MAIL);
    }

    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void textMessages() {
        go(Way.SMS);
    }

    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void webhooks() {
        go(Way.WEBHOOK);
    }

    private void go(Way way) {
        try {
            postman.deliverDue(way);
        } catch (DataAccessException gone) {
            LOG.warn("{} waits for the database: {}", way, gone.getMessage());
        }
    }
}
