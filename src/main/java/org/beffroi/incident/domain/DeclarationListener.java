package org.beffroi.incident.domain;

import org.beffroi.declaration.DeclarationAmended;
import org.beffroi.declaration.DeclarationReceived;
import org.beffroi.declaration.DeclarationVerified;
import org.beffroi.incident.SeveritySignal;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What the structure says reaches the queue. A version may be heard before the declaration itself: then that opens the incident. */
@Component
class DeclarationListener {
    private final IncidentDesk desk;
    private final Work work;

    DeclarationListener(IncidentDesk desk, Work work) {
        this.desk = desk;
        this.work = work;
    }

    /** An import opens its incidents itself, in the transaction of the declaration: thousands of events would tell nothing new. */
    @ApplicationModuleListener(condition = "#root.args[0].channel() != 'IMPORT'")
    void on(DeclarationReceived event) {
        desk.openFor(event.world(), Declared.of(event));
    }

    @ApplicationModuleListener
    void on(DeclarationAmended event) {
        work.openFor(event.declaration());
        desk.amend(event);
    }

    @ApplicationModuleListener
    void on(DeclarationVerified event) {
        work.openFor(event.declaration());
        desk.verify(event);
    }

    @ApplicationModuleListener
    void on(SeveritySignal signal) {
        desk.signal(signal);
    }
}
