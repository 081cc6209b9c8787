package org.beffroi.incident.domain;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Declarations;
import org.beffroi.incident.Assessment;
import org.beffroi.incident.Conclusion;
import org.beffroi.incident.IncidentWork;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.incident.domain.IncidentJoins.Joining;
import org.beffroi.shared.Refusal;
import org.springframework.stereotype.Component;

@Component
class Work implements IncidentWork {
    private static final Viewer BEFFROI = Viewer.system("Beffroi");

    private final IncidentDesk desk;
    private final IncidentJoins joins;
    private final IncidentStore store;
    private final Declarations declarations;

    Work(IncidentDesk desk, IncidentJoins joins, IncidentStore store, Declarations declarations) {
        this.desk = desk;
        this.joins = joins;
        this.store = store;
        this.declarations = declarations;
    }

    @Override
    public UUID openFor(UUID declaration) {
        return store.ofDeclaration(declaration).orElseGet(() -> open(declaration));
    }

    private UUID open(UUID declaration) {
        var sheet = declarations
                .sheet(declaration, BEFFROI)
                .orElseThrow(() -> Refusal.notFound("incident.refused.unknown"));
        return desk.openFor(sheet.world(), Declared.of(sheet));
    }

    @Override
    public void take(UUID incident, Viewer by) {
        desk.take(Hand.on(incident, by));
    }

    @Override
    public void triage(UUID incident, Assessment assessment, Viewer by) {
        desk.triage(Hand.on(incident, by), assessment);
    }

    @Override
    public void note(UUID incident, String text, Viewer by) {
        desk.note(incident, text, by);
    }

    @Override
    public void resolve(UUID incident, Instant resolvedAt, Viewer by) {
        desk.resolve(Hand.on(incident, by), resolvedAt);
    }

    @Override
    public void close(UUID incident, Conclusion conclusion, Viewer by) {
        desk.close(Hand.on(incident, by), conclusion);
    }

    @Override
    public void reopen(UUID incident, String reason, Viewer by) {
        desk.reopen(Hand.on(incident, by), reason);
    }

    @Override
    public void join(UUID incident, UUID declaration, Viewer by) {
        joins.join(Hand.on(incident, by), Joining.of(declaration));
    }

    @Override
    public void split(UUID incident, UUID declaration, String because, Viewer by) {
        joins.split(Hand.on(incident, by), declaration, because);
    }
}
