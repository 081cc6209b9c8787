package org.beffroi.incident.domain;

import java.time.Clock;
import java.util.UUID;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Where it is written down that something was done: the clock, the event for others, the audit trail. */
@Component
class Book {
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;
    private final Clock clock;

    Book(ApplicationEventPublisher events, AuditTrail trail, Clock clock) {
        this.events = events;
        this.trail = trail;
        this.clock = clock;
    }

    Who now(Viewer by) {
        return Who.of(by, clock.instant());
    }

    void publish(Object event) {
        events.publishEvent(event);
    }

    /** @param detail what was asked for, and how many were shown */
    void auditList(Viewer by, String detail) {
        trail.recordList(by, "incident.list", "incident", detail);
    }

    /** What was done with the desk's own things, not with an incident. */
    void auditHouse(Viewer by, String verb, String detail) {
        trail.recordList(by, "incident." + verb, "incident", detail);
    }

    /** @param verb what was done with the incident, for example {@code triage} */
    void audit(Viewer by, String verb, UUID incident) {
        trail.record(by, "incident." + verb, "incident", incident);
    }
}
