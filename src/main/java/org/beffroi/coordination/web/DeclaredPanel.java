package org.beffroi.coordination.web;

import java.time.Clock;
import java.util.Map;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.coordination.domain.DeclaredObligations;
import org.beffroi.declaration.DeclarationPanel;
import org.beffroi.declaration.Sheet;
import org.springframework.stereotype.Component;

/** On the declaration's page, for whoever declared: who is told, what is theirs to do, and how much time is left. */
@Component
class DeclaredPanel implements DeclarationPanel {
    private static final int AFTER_MESSAGES = 20;

    private final DeclaredObligations declared;
    private final Clock clock;

    DeclaredPanel(DeclaredObligations declared, Clock clock) {
        this.declared = declared;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "obligations";
    }

    @Override
    public int order() {
        return AFTER_MESSAGES;
    }

    @Override
    public String template() {
        return "coordination/declared-panel";
    }

    @Override
    public Map<String, Object> model(Sheet declaration, Viewer reader) {
        var theirs = !reader.signedIn() || reader.is(Role.DECLARANT);
        var now = clock.instant();
        return theirs
                ? Map.of(
                        "clocks",
                        declared.of(declaration).stream()
                                .map(each -> DeclaredClock.of(each, now))
                                .toList())
                : Map.of();
    }
}
