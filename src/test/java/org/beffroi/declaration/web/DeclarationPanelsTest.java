package org.beffroi.declaration.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.DeclarationPanel;
import org.beffroi.declaration.Sheet;
import org.beffroi.declaration.StructureSnapshot;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.World;
import org.junit.jupiter.api.Test;

class DeclarationPanelsTest {
    private static final Sheet DECLARATION = new Sheet(
            new UUID(0, 1),
            new PublicReference(2026, 1),
            World.NATIONAL,
            Instant.EPOCH,
            Instant.EPOCH,
            "WEB",
            false,
            1,
            1,
            Instant.EPOCH,
            StructureSnapshot.unknown("Clinique"),
            Answers.NONE,
            List.of(),
            null);

    @Test
    void showsPanelsInTheirOrder() {
        var panels = new DeclarationPanels(List.of(new Harm("later", 2), new Harm("sooner", 1)));
        assertThat(panels.of(DECLARATION, Viewer.guest()))
                .extracting(DeclarationPanels.Shown::key)
                .containsExactly("sooner", "later");
    }

    @Test
    void refusesToStartWithTwoPanelsOfOneKey() {
        var twice = List.<DeclarationPanel>of(new Harm("harm", 1), new Broken("harm"));
        assertThatThrownBy(() -> new DeclarationPanels(twice))
                .hasMessageContainingAll("harm", Harm.class.getName(), Broken.class.getName());
    }

    @Test
    void keepsThePageWhenAPanelFails() {
        var panels = new DeclarationPanels(List.of(new Broken("broken"), new Harm("harm", 1)));
        assertThat(panels.of(DECLARATION, Viewer.guest()))
                .extracting(shown -> shown.model() == null)
                .containsExactly(true, false);
    }

    private record Harm(String key, int order) implements DeclarationPanel {
        @Override
        public String template() {
            return "test/panel";
        }

        @Override
        public Map<String, Object> model(Sheet declaration, Viewer reader) {
            return Map.of("declaration", declaration);
        }
    }

    private record Broken(String key) implements DeclarationPanel {
        @Override
        public int order() {
            return 0;
        }

        @Override
        public String template() {
            return "test/panel";
        }

        @Override
        public Map<String, Object> model(Sheet declaration, Viewer reader) {
            throw new IllegalStateException("nothing to show");
        }
    }
}
