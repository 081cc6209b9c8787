package org.beffroi.journal;

import java.time.Clock;
import org.beffroi.shared.Recordable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes the fact of every {@link Recordable} event. In the transaction of the change itself, not after it: a change without its fact
 * would be a figure that is wrong for ever, and nobody would see it.
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
        store.append(event.fact(), clock.instant());
    }
}
