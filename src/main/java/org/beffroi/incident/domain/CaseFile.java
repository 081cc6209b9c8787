package org.beffroi.incident.domain;

import java.util.List;
import java.util.Set;
import org.beffroi.declaration.Sheet;

/**
 * An incident as one viewer may read it.
 *
 * @param reference of the first declaration that the viewer may see
 * @param declared the declarations within the viewer's scope; {@code sheets} are theirs
 * @param moved it was asked for by another number, or one written otherwise
 */
public record CaseFile(
        String reference,
        Incident incident,
        List<Declared> declared,
        List<Sheet> sheets,
        List<TimelineEntry> timeline,
        Set<Action> allowedActions,
        boolean moved) {

    /** As far as the viewer may know them. */
    public List<Urgency> reasons() {
        return Urgency.reasons(declared, incident.state());
    }

    /** From what the viewer may know. */
    public Proposals proposals() {
        return Proposals.of(declared, incident.state());
    }

    /** Message key: what is expected of the desk now. */
    public String nextStep() {
        var triaged = incident.state().triage() != null;
        return switch (incident.status()) {
            case WAITING -> "incident.now.take";
            case IN_HAND -> triaged ? "incident.now.resolve" : "incident.now.triage";
            case RESOLVED -> triaged ? "incident.now.close" : "incident.now.triage";
            case CLOSED -> "incident.now.closed";
            case MERGED -> "incident.now.merged";
        };
    }

    public boolean may(Action action) {
        return allowedActions.contains(action);
    }
}
