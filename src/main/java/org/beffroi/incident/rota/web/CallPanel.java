package org.beffroi.incident.rota.web;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.incident.IncidentPanel;
import org.beffroi.incident.rota.domain.Call;
import org.beffroi.incident.rota.domain.Calls;
import org.springframework.stereotype.Component;

/** On the incident's page: who was called out of hours, and who answered. */
@Component
class CallPanel implements IncidentPanel {
    private final Calls calls;

    CallPanel(Calls calls) {
        this.calls = calls;
    }

    @Override
    public String key() {
        return "calls";
    }

    @Override
    public int order() {
        return 2;
    }

    @Override
    public String template() {
        return "incident/calls";
    }

    @Override
    public Map<String, Object> model(UUID incident, Viewer viewer) {
        var all = calls.of(incident, viewer);
        var model = new HashMap<String, Object>();
        if (!all.isEmpty()) {
            model.put(JUMP, "incident.calls");
            model.put("calls", all);
        }
        all.stream().filter(Call::isLive).findFirst().ifPresent(live -> model.put("live", live));
        return model;
    }
}
