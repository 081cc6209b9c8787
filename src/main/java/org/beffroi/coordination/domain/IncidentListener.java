package org.beffroi.coordination.domain;

import org.beffroi.declaration.DeclarationAmended;
import org.beffroi.declaration.DeclarationRestored;
import org.beffroi.declaration.DeclarationVerified;
import org.beffroi.declaration.DeclarationWithdrawn;
import org.beffroi.incident.DeclarationJoined;
import org.beffroi.incident.DeclarationSplit;
import org.beffroi.incident.IncidentTriaged;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What is added, judged and joined reaches the rules; what is newly declared, by {@link Openings}. */
@Component
class IncidentListener {
    private final ObligationKeeper keeper;

    IncidentListener(ObligationKeeper keeper) {
        this.keeper = keeper;
    }

    @ApplicationModuleListener
    void on(DeclarationAmended event) {
        keeper.hear(event.declaration());
    }

    @ApplicationModuleListener
    void on(DeclarationWithdrawn event) {
        keeper.hear(event.declaration());
    }

    @ApplicationModuleListener
    void on(DeclarationRestored event) {
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
