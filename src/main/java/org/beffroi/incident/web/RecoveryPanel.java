package org.beffroi.incident.web;

import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.incident.IncidentPanel;
import org.beffroi.incident.domain.Recoveries;
import org.springframework.stereotype.Component;

/** On the incident's page: how the structures' systems and care activities come back. */
@Component
class RecoveryPanel implements IncidentPanel {
    private final Recoveries recoveries;
    private final RecoveryCurves curves;

    RecoveryPanel(Recoveries recoveries, RecoveryCurves curves) {
        this.recoveries = recoveries;
        this.curves = curves;
    }

    @Override
    public String key() {
        return "recovery";
    }

    @Override
    public int order() {
        return 150;
    }

    @Override
    public String template() {
        return "incident/recovery";
    }

    @Override
    public Map<String, Object> model(UUID incident, Viewer viewer) {
        var shown = recoveries.of(incident, viewer).stream().map(curves::shown).toList();
        return shown.isEmpty() ? Map.of("shown", shown) : Map.of(JUMP, "incident.recovery", "shown", shown);
    }
}
