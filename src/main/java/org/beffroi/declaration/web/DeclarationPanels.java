package org.beffroi.declaration.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.DeclarationPanel;
import org.beffroi.declaration.Sheet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The parts that later modules add to a declaration's page. */
@Component
class DeclarationPanels {
    private static final Logger LOG = LoggerFactory.getLogger(DeclarationPanels.class);

    private final List<DeclarationPanel> panels;

    DeclarationPanels(List<DeclarationPanel> panels) {
        var byKey = new HashMap<String, DeclarationPanel>();
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
                .sorted(Comparator.comparingInt(DeclarationPanel::order))
                .toList();
    }

    /** @param model null when the panel failed: a sentence stands for it */
    record Shown(String key, String template, @Nullable Map<String, Object> model) {}

    List<Shown> of(Sheet declaration, Viewer reader) {
        return panels.stream().map(panel -> show(panel, declaration, reader)).toList();
    }

    private static Shown show(DeclarationPanel panel, Sheet declaration, Viewer reader) {
        try {
            return new Shown(panel.key(), panel.template(), panel.model(declaration, reader));
        } catch (RuntimeException e) {
            LOG.error("Panel {} of declaration {} cannot be shown", panel.key(), declaration.declaration(), e);
            return new Shown(panel.key(), panel.template(), null);
        }
    }
}
