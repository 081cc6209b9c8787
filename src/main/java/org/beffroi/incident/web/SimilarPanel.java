package org.beffroi.incident.web;

import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.incident.IncidentPanel;
import org.beffroi.incident.domain.SimilarIncidents;
import org.springframework.stereotype.Component;

/** Which incidents may be the same one, on the incident's page. */
@Component
class SimilarPanel implements IncidentPanel {
    private final SimilarIncidents similar;

    SimilarPanel(SimilarIncidents similar) {
        this.similar = similar;
    }

    @Override
    public String key() {
        return "similar";
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public String template() {
        return "incident/similar";
    }

    @Override
    public Map<String, Object> model(UUID incident, Viewer viewer) {
        var found = similar.to(incident, viewer);
        return found.all() == 0 ? Map.of("found", found) : Map.of("found", found, JUMP, "incident.similar");
    }
}
