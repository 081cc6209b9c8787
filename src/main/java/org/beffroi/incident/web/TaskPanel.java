package org.beffroi.incident.web;

import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.incident.IncidentPanel;
import org.beffroi.incident.domain.Tasks;
import org.springframework.stereotype.Component;

/** On the incident's page: which playbooks fit, how far each is, and what comes next. The tasks themselves have a page of their own. */
@Component
class TaskPanel implements IncidentPanel {
    private final Tasks tasks;

    TaskPanel(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public String key() {
        return "tasks";
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String template() {
        return "incident/tasks-panel";
    }

    @Override
    public Map<String, Object> model(UUID incident, Viewer viewer) {
        return viewer.atTheDesk() ? Map.of(JUMP, "incident.tasks", "sheet", tasks.of(incident, viewer)) : Map.of();
    }
}
