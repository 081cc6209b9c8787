package org.beffroi.incident.domain;

import java.util.List;
import java.util.Set;
import org.beffroi.declaration.Sheet;

/**
 * An incident as one viewer may read it.
 *
 * @param reference of the first declaration that the viewer may see
 * @param sheets only declarations within the viewer's scope
 * @param moved it was asked for by another number, or one written otherwise
 */
public record CaseFile(
        String reference,
        Incident incident,
        List<Sheet> sheets,
        List<TimelineEntry> timeline,
        Set<Action> allowedActions,
        boolean moved) {

    public List<Urgency> reasons() {
        return Urgency.reasons(incident.urgency());
    }

    public boolean may(Action action) {
        return allowedActions.contains(action);
    }
}
