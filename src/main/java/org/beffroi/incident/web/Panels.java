package org.beffroi.incident.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.incident.IncidentPanel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The parts that later modules add to an incident's page. */
@Component
class Panels {
    private static final Logger LOG = LoggerFactory.getLogger(Panels.class);

    private final List<IncidentPanel> panels;

    Panels(List<IncidentPanel> panels) {
        var byKey = new HashMap<String, IncidentPanel>();
        for (var panel : panels) {
            var other = byKey.putIfAbsent(panel.key(), panel);
            if (other != null) {
                throw new IllegalStateException("two panels are called %s: %s and %s"
                        .formatted(
                                panel.key(),
                                other.getClass().getName(),
                                panel.getClass().getName()));
            }
        }
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(IncidentPanel::order))
                .toList();
    }

    /** @param model null when the panel failed: a sentence stands for it */
    record Shown(String key, String template, @Nullable Map<String, Object> model) {
        /** Message key of its title; null where it shows nothing to be found. */
        public @Nullable String jump() {
            return model == null ? null : (String) model.get(IncidentPanel.JUMP);
        }

        /** Nothing is in it yet, and its title says what could be. */
        public boolean bare() {
            return jump() != null && model != null && Boolean.TRUE.equals(model.get(IncidentPanel.BARE));
        }
    }

    List<Shown> of(UUID incident, Viewer viewer) {
        return panels.stream().map(panel -> show(panel, incident, viewer)).toList();
    }

    private static Shown show(IncidentPanel panel, UUID incident, Viewer viewer) {
        try {
            return new Shown(panel.key(), panel.template(), panel.model(incident, viewer));
        } catch (RuntimeException e) {
            LOG.error("Panel {} of incident {} cannot be shown", panel.key(), incident, e);
            return new Shown(panel.key(), panel.template(), null);
        }
    }
}
