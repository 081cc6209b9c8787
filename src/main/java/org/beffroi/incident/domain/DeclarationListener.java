package org.beffroi.incident.domain;

import org.beffroi.declaration.DeclarationAmended;
import org.beffroi.declaration.DeclarationVerified;
import org.beffroi.incident.SeveritySignal;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What the structure says later reaches the queue. Where the incident could not yet be opened, whatever is heard first opens it. */
@Component
class DeclarationListener {
    private final IncidentDesk desk;
    private final Work work;

    DeclarationListener(IncidentDesk desk, Work work) {
        this.desk = desk;
        this.work = work;
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
