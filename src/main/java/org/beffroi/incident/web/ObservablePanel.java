package org.beffroi.incident.web;

import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.incident.IncidentPanel;
import org.beffroi.incident.domain.Observables;
import org.springframework.stereotype.Component;

/** What was seen, on the incident's page. */
@Component
class ObservablePanel implements IncidentPanel {
    private final Observables observables;

    ObservablePanel(Observables observables) {
        this.observables = observables;
    }

    @Override
    public String key() {
        return "observables";
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public String template() {
        return "incident/observables";
    }

    @Override
    public Map<String, Object> model(UUID incident, Viewer viewer) {
        var seen = observables.of(incident, viewer);
        return Map.of(
                JUMP, "incident.observables", BARE, seen.isEmpty(), "seen", seen, "usualTlp", Observables.USUAL_TLP);
    }
}
