package org.beffroi.incident.domain;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.declaration.DeclarationAmended;
import org.beffroi.declaration.DeclarationRestored;
import org.beffroi.declaration.DeclarationVerified;
import org.beffroi.declaration.DeclarationWithdrawn;
import org.beffroi.declaration.Declarations;
import org.beffroi.incident.SeveritySignal;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What the structure says later reaches the queue. Where the incident could not yet be opened, whatever is heard first opens it. */
@Component
class DeclarationListener {
    private final IncidentDesk desk;
    private final Work work;
    private final Declarations declarations;

    DeclarationListener(IncidentDesk desk, Work work, Declarations declarations) {
        this.declarations = declarations;
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
    void on(DeclarationWithdrawn event) {
        confirm(event.declaration(), event.withdrawnAt());
    }

    @ApplicationModuleListener
    void on(DeclarationRestored event) {
        confirm(event.declaration(), event.restoredAt());
    }

    /** As it is now, in whatever order it is heard. */
    private void confirm(UUID declaration, Instant at) {
        work.openFor(declaration);
        desk.withdraw(declaration, declarations.isWithdrawn(declaration) ? at : null);
    }

    @ApplicationModuleListener
    void on(SeveritySignal signal) {
        desk.signal(signal);
    }
}
