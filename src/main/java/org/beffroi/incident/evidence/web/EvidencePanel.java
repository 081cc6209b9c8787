package org.beffroi.incident.evidence.web;

import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.IncidentPanel;
import org.beffroi.incident.evidence.domain.Evidence;
import org.beffroi.incident.evidence.domain.Lockers;
import org.springframework.stereotype.Component;

/** Files that tell something of the incident, for the desk; others see that there are none for them. */
@Component
class EvidencePanel implements IncidentPanel {
    private final Evidence evidence;
    private final Lockers lockers;

    EvidencePanel(Evidence evidence, Lockers lockers) {
        this.evidence = evidence;
        this.lockers = lockers;
    }

    @Override
    public String key() {
        return "evidence";
    }

    @Override
    public int order() {
        return 310;
    }

    @Override
    public String template() {
        return "incident/evidence";
    }

    @Override
    public Map<String, Object> model(UUID incident, Viewer viewer) {
        if (!viewer.atTheDesk()) {
            return Map.of();
        }
        var exhibits = evidence.of(lockers.ofIncident(incident, viewer));
        return Map.of(
                JUMP,
                "incident.evidence",
                BARE,
                exhibits.isEmpty(),
                "exhibits",
                exhibits,
                "mayErase",
                viewer.is(Role.LEAD));
    }
}
