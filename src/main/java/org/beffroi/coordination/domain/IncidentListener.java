package org.beffroi.coordination.domain;

import org.beffroi.declaration.DeclarationAmended;
import org.beffroi.declaration.DeclarationVerified;
import org.beffroi.incident.DeclarationJoined;
import org.beffroi.incident.DeclarationSplit;
import org.beffroi.incident.IncidentOpened;
import org.beffroi.incident.IncidentTriaged;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What is declared and judged reaches the rules; a declaration whose incident is not open yet is heard of again when it opens. */
@Component
class IncidentListener {
    private final ObligationKeeper keeper;

    IncidentListener(ObligationKeeper keeper) {
        this.keeper = keeper;
    }

    @ApplicationModuleListener
    void on(IncidentOpened event) {
        keeper.hear(event.declaration());
    }

    @ApplicationModuleListener
    void on(DeclarationAmended event) {
        keeper.hear(event.declaration());
    }

    /** The structure may only now be known, and with it its region. */
    @ApplicationModuleListener
    void on(DeclarationVerified event) {
        keeper.hear(event.declaration());
    }

    @ApplicationModuleListener
    void on(IncidentTriaged event) {
        keeper.judged(event.incident(), event.triagedAt(), event.assessment());
    }

    @ApplicationModuleListener
    void on(DeclarationJoined event) {
        keeper.hear(event.declaration());
    }

    @ApplicationModuleListener
    void on(DeclarationSplit event) {
        keeper.hear(event.declaration());
    }
}
