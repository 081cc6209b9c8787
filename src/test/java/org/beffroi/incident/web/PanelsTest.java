package org.beffroi.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.incident.IncidentPanel;
import org.junit.jupiter.api.Test;

class PanelsTest {
    private static final UUID INCIDENT = new UUID(0, 1);

    @Test
    void showsPanelsInTheirOrder() {
        var panels = new Panels(List.of(new Harm("later", 2), new Harm("sooner", 1)));
        assertThat(panels.of(INCIDENT, Viewer.guest()))
                .extracting(Panels.Shown::key)
                .containsExactly("sooner", "later");
    }

    @Test
    void refusesToStartWithTwoPanelsOfOneKey() {
        var twice = List.<IncidentPanel>of(new Harm("harm", 1), new Broken("harm"));
        assertThatThrownBy(() -> new Panels(twice))
                .hasMessageContainingAll("harm", Harm.class.getName(), Broken.class.getName());
    }

    @Test
    void keepsThePageWhenAPanelFails() {
        var panels = new Panels(List.of(new Broken("broken"), new Harm("harm", 1)));
        assertThat(panels.of(INCIDENT, Viewer.guest()))
                .extracting(shown -> shown.model() == null)
                .containsExactly(true, false);
    }

    private record Harm(String key, int order) implements IncidentPanel {
        @Override
        public String template() {
            return "test/panel";
        }

        @Override
        public Map<String, Object> model(UUID incident, Viewer viewer) {
            return Map.of("incident", incident);
        }
    }

    private record Broken(String key) implements IncidentPanel {
        @Override
        public int order() {
            return 0;
        }

        @Override
        public String template() {
            return "test/panel";
        }

        @Override
        public Map<String, Object> model(UUID incident, Viewer viewer) {
            throw new IllegalStateException("nothing to show");
        }
    }
}
