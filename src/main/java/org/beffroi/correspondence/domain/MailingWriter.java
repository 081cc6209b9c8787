package org.beffroi.correspondence.domain;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.beffroi.correspondence.domain.MailingStore.Due;
import org.beffroi.correspondence.domain.Outlines.Outline;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes what was ordered, one conversation and one transaction after the other. When the house dies in between, it goes on afterwards:
 * each message bears the mailing's key, and stands once in each conversation.
 */
@Component
class MailingWriter {
    private static final Logger LOG = LoggerFactory.getLogger(MailingWriter.class);
    private static final String FAILED = "correspondence.refused.failed";

    private final MailingStore store;
    private final Seats seats;
    private final Correspondence correspondence;
    private final OutlineFields fields;
    private final TransactionOperations transaction;

    MailingWriter(
            MailingStore store,
            Seats seats,
            Correspondence correspondence,
            OutlineFields fields,
            TransactionOperations transaction) {
        this.store = store;
        this.seats = seats;
        this.correspondence = correspondence;
        this.fields = fields;
        this.transaction = transaction;
    }

    static Outline outline(String text) {
        return new Outline("mailing", Map.of("fr", text, "en", text));
    }

    static Locale language(String code) {
        return Locale.forLanguageTag(code);
    }

    /** @return how many were worked on */
    int writeAll() {
        int count = 0;
        while (writeNext()) {
            count++;
        }
        return count;
    }

    /** One that cannot be written must not keep the others waiting. */
    private boolean writeNext() {
        var held = new AtomicReference<@Nullable Due>();
        try {
            transaction.executeWithoutResult(status -> {
                held.set(store.next().orElse(null));
                Optional.ofNullable(held.get()).ifPresent(this::write);
            });
        } catch (DataAccessException | TransactionException gone) {
            throw gone;
        } catch (RuntimeException failed) {
            var due = held.get();
            if (due == null) {
                throw failed;
            }
            LOG.warn("A message to many was not written about {}: {}", due.declaration(), failed.toString());
            store.refused(due, FAILED);
        }
        return held.get() != null;
    }

    private void write(Due due) {
        var seat = seats.ordered(due.declaration(), due.account(), due.name());
        if (seat.isEmpty()) {
            store.refused(due, FAILED);
            return;
        }
        var text = fields.fill(outline(due.text()), seat.get(), language(due.language()));
        var draft = new Draft(text, due.mailing().toString(), false);
        if (!draft.check().isEmpty() || seat.get().declaration().channel().equals("IMPORT")) {
            store.refused(due, FAILED);
            return;
        }
        store.written(due, correspondence.write(seat.get(), draft).number());
    }

    /** In a server only. */
    @Component
    @ConditionalOnWebApplication
    static class Round {
        private final MailingWriter writer;

        Round(MailingWriter writer) {
            this.writer = writer;
        }

        @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
        void go() {
            try {
                writer.writeAll();
            } catch (DataAccessException | TransactionException gone) {
                LOG.warn("Messages to many wait for the database: {}", gone.getMessage());
            }
        }
    }
}
