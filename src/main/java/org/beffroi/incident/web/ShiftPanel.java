package org.beffroi.incident.web;

import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.incident.IncidentPanel;
import org.beffroi.incident.domain.Shifts;
import org.springframework.stereotype.Component;

/** On the incident's page, above all else: what the last shift hands over, and who follows it. */
@Component
class ShiftPanel implements IncidentPanel {
    private final Shifts shifts;

    ShiftPanel(Shifts shifts) {
        this.shifts = shifts;
    }

    @Override
    public String key() {
        return "shift";
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public String template() {
        return "incident/shift";
    }

    @Override
    public Map<String, Object> model(UUID incident, Viewer viewer) {
        return shifts.of(incident, viewer)
                .<Map<String, Object>>map(shift -> Map.of(JUMP, "incident.shift", "shift", shift))
                .orElse(Map.of());
    }
}
