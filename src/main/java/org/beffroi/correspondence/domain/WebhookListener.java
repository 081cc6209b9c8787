package org.beffroi.correspondence.domain;

import org.beffroi.correspondence.MessageWritten;
import org.beffroi.incident.IncidentClosed;
import org.beffroi.incident.IncidentReopened;
import org.beffroi.incident.IncidentTaken;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What the desk does, and what is written, reaches other machines; what is newly declared, by {@link WebhookRound}. */
@Component
class WebhookListener {
    private final WebhookWriter writer;

    WebhookListener(WebhookWriter writer) {
        this.writer = writer;
    }

    @ApplicationModuleListener
    void on(IncidentTaken event) {
        writer.ofIncident(event.incident(), "incident.taken", event.takenAt());
    }

    @ApplicationModuleListener
    void on(IncidentClosed event) {
        writer.ofIncident(event.incident(), "incident.closed", event.closedAt());
    }

    @ApplicationModuleListener
    void on(IncidentReopened event) {
        writer.ofIncident(event.incident(), "incident.reopened", event.reopenedAt());
    }

    @ApplicationModuleListener
    void on(MessageWritten event) {
        writer.written(event);
    }
}
