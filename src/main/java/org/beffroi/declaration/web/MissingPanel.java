package org.beffroi.declaration.web;

import java.util.Map;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.DeclarationPanel;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Sheet;
import org.beffroi.declaration.domain.StillToTell;
import org.springframework.stereotype.Component;

/** On the declaration's page, for whoever may complete it: what has not been said yet. */
@Component
class MissingPanel implements DeclarationPanel {
    private static final int ORDER = 30;

    private final Declarations declarations;

    MissingPanel(Declarations declarations) {
        this.declarations = declarations;
    }

    @Override
    public String key() {
        return "missing";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String template() {
        return "declaration/missing";
    }

    @Override
    public Map<String, Object> model(Sheet declaration, Viewer reader) {
        var may = reader.signedIn()
                ? reader.is(Role.DECLARANT) && !reader.atTheDesk()
                : declaration.version() == declaration.versions();
        return Map.of(
                "missing",
                StillToTell.of(declaration.answers()),
                "may",
                may && !declarations.isWithdrawn(declaration.declaration()));
    }
}
