package org.beffroi.journal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.beffroi.shared.Recordable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes the fact of every {@link Recordable} event. In the transaction of the change itself, not after it: a change without its fact
 * would be a figure that is wrong for ever, and nobody would see it. A transaction's facts are written together, at its end: they go to the
 * database once, however many there are. What is rehearsed is no fact.
 */
@Component
class FactRecorder {
    private final FactStore store;
    private final Clock clock;

    FactRecorder(FactStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @EventListener
    void record(Recordable event) {
        if (event.fact().world().isRehearsal()) {
            return;
        }
        var entry = new FactStore.Entry(event.fact(), clock.instant());
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            gathered().add(entry);
        } else {
            store.append(List.of(entry));
        }
    }

    private List<FactStore.Entry> gathered() {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Page page) {
                return page.entries;
            }
        }
        var page = new Page();
        TransactionSynchronizationManager.registerSynchronization(page);
        return page.entries;
    }

    /** What a transaction has recorded so far. */
    private final class Page implements TransactionSynchronization {
        private final List<FactStore.Entry> entries = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            store.append(entries);
        }
    }
}
