package org.beffroi.declaration.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Where it is written down that something was done with a declaration: the clock, the event for others, the audit trail. */
@Component
class Ledger {
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;
    private final Clock clock;

    Ledger(ApplicationEventPublisher events, AuditTrail trail, Clock clock) {
        this.events = events;
        this.trail = trail;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    void publish(Object event) {
        events.publishEvent(event);
    }

    /** @param detail what was asked for, and how many were shown */
    void auditList(Viewer by, String detail) {
        trail.recordList(by, "declaration.list", "declaration", detail);
    }

    /** @param verb what was done, for example {@code amend} */
    void audit(Viewer by, String verb, UUID declaration) {
        trail.record(by, "declaration." + verb, "declaration", declaration);
    }
}
