package org.beffroi.correspondence.domain;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks into the mailbox. Several nodes may do so at once: a mail is kept once, by its Message-ID. */
@Component
class MailRound {
    private static final int AT_ONCE = 50;
    private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);

    private final Mailbox mailbox;
    private final MailIn mails;
    private final Clock clock;
    private boolean silent;

    MailRound(Mailbox mailbox, MailIn mails, Clock clock) {
        this.mailbox = mailbox;
        this.mails = mails;
        this.clock = clock;
    }

    /** @return how many were taken */
    int look() {
        try {
            var taken = mailbox.each(AT_ONCE, this::take);
            silent = false;
            return taken;
        } catch (MessagingException away) {
            if (!silent) {
                LOG.warn("The mailbox does not answer, or does not let us in: {}", away.getMessage());
            }
            silent = true;
            return 0;
        }
    }

    private void take(MimeMessage mail) {
        try {
            mails.take(MailReader.read(mail, clock.instant()));
        } catch (MessagingException unreadable) {
            // It stays in the mailbox, marked as read: a person can still open it there.
            LOG.error("A mail could not be read, and is left in the mailbox: {}", unreadable.getMessage());
        }
    }

    /** In a server only. */
    @Component
    @ConditionalOnWebApplication
    static class Rounds {
        private final MailRound round;

        Rounds(MailRound round) {
            this.round = round;
        }

        @Scheduled(initialDelay = 5, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
        void go() {
            try {
                while (round.look() == AT_ONCE) {
                    LOG.info("Many mails have come in; going on.");
                }
            } catch (DataAccessException | TransactionException gone) {
                LOG.warn("Mails wait in the mailbox for the database: {}", gone.getMessage());
            }
        }
    }
}
