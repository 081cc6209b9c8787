package org.beffroi.correspondence.web;

import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Overview;
import org.beffroi.incident.IncidentPanel;
import org.springframework.stereotype.Component;

/** On the incident's page: what was exchanged with each structure. Where one writes is another page, far from the internal notes. */
@Component
class IncidentConversations implements IncidentPanel {
    private final Overview overview;

    IncidentConversations(Overview overview) {
        this.overview = overview;
    }

    @Override
    public String key() {
        return "correspondence";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String template() {
        return "correspondence/incident-panel";
    }

    @Override
    public Map<String, Object> model(UUID incident, Viewer viewer) {
        var seen = overview.of(incident, viewer);
        return seen.lines().isEmpty()
                ? Map.of("overview", seen)
                : Map.of("overview", seen, JUMP, "correspondence.title");
    }
}
