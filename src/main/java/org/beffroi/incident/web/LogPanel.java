package org.beffroi.incident.web;

import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.incident.IncidentPanel;
import org.beffroi.incident.domain.LogEntry;
import org.beffroi.incident.domain.Logbook;
import org.springframework.stereotype.Component;

/** What happened and what was decided, on the incident's page. */
@Component
class LogPanel implements IncidentPanel {
    private final Logbook logbook;

    LogPanel(Logbook logbook) {
        this.logbook = logbook;
    }

    @Override
    public String key() {
        return "log";
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public String template() {
        return "incident/log";
    }

    @Override
    public Map<String, Object> model(UUID incident, Viewer viewer) {
        if (!viewer.atTheDesk()) {
            return Map.of();
        }
        var entries = logbook.of(incident, viewer);
        return Map.of(
                JUMP, "incident.log", BARE, entries.isEmpty(), "entries", entries, "kinds", LogEntry.Kind.values());
    }
}
