package org.beffroi.incident.web;

import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.incident.IncidentPanel;
import org.beffroi.incident.domain.Support.Step;
import org.beffroi.incident.domain.Supports;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.stereotype.Component;

/** On the incident's page: which help was asked for, offered, accepted, and how long it took. */
@Component
class SupportPanel implements IncidentPanel {
    private final Supports supports;
    private final Taxonomy taxonomy;

    SupportPanel(Supports supports, Taxonomy taxonomy) {
        this.supports = supports;
        this.taxonomy = taxonomy;
    }

    @Override
    public String key() {
        return "support";
    }

    @Override
    public int order() {
        return 160;
    }

    @Override
    public String template() {
        return "incident/support";
    }

    @Override
    public Map<String, Object> model(UUID incident, Viewer viewer) {
        var steps = supports.of(incident, viewer);
        return Map.of(
                JUMP,
                "incident.support",
                BARE,
                steps.isEmpty(),
                "supports",
                steps,
                "kinds",
                taxonomy.vocabulary(Supports.VOCABULARY).terms(),
                "steps",
                Step.values());
    }
}
