package org.beffroi.coordination.web;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.coordination.domain.ObligationDesk;
import org.beffroi.incident.IncidentPanel;
import org.springframework.stereotype.Component;

/** Who must be told, on the incident's page. */
@Component
class ObligationPanel implements IncidentPanel {
    private static final int ORDER = 20;

    private final ObligationDesk desk;
    private final Clock clock;

    ObligationPanel(ObligationDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "obligations";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String template() {
        return "coordination/panel";
    }

    @Override
    public Map<String, Object> model(UUID incident, Viewer viewer) {
        var now = clock.instant();
        var rows = desk.shown(incident, viewer).stream()
                .map(duty -> Row.of(duty, now))
                .toList();
        return Map.of(JUMP, "coordination.title", "recipients", Told.of(rows));
    }
}
