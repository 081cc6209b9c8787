package org.beffroi.incident.domain;

import org.beffroi.declaration.DeclarationReceived;
import org.beffroi.declaration.Follower;
import org.springframework.stereotype.Component;

/** Opens the incident with its declaration: what is acknowledged stands in the queue. */
@Component
class Opening implements Follower {
    private final IncidentDesk desk;

    Opening(IncidentDesk desk) {
        this.desk = desk;
    }

    @Override
    public void follow(DeclarationReceived received) {
        desk.openFor(received.world(), Declared.of(received));
    }
}
