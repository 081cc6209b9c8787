package org.beffroi.incident.attack.web;

import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.incident.IncidentPanel;
import org.beffroi.incident.attack.domain.Techniques;
import org.springframework.stereotype.Component;

/** What the attacker did, on the incident's page; for the desk. */
@Component
class TechniquePanel implements IncidentPanel {
    private final Techniques techniques;

    TechniquePanel(Techniques techniques) {
        this.techniques = techniques;
    }

    @Override
    public String key() {
        return "techniques";
    }

    @Override
    public int order() {
        return 305;
    }

    @Override
    public String template() {
        return "incident/techniques";
    }

    @Override
    public Map<String, Object> model(UUID incident, Viewer viewer) {
        if (!viewer.atTheDesk()) {
            return Map.of();
        }
        var used = techniques.of(incident, viewer);
        var proposed = techniques.proposed(incident, viewer);
        return Map.of(
                JUMP,
                "incident.techniques",
                BARE,
                used.isEmpty() && proposed.isEmpty(),
                "used",
                used,
                "proposed",
                proposed);
    }
}
