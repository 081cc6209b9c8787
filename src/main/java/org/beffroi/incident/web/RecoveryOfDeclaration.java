package org.beffroi.incident.web;

import java.util.Map;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.DeclarationPanel;
import org.beffroi.declaration.Sheet;
import org.beffroi.incident.domain.Recoveries;
import org.beffroi.incident.domain.Speakers;
import org.springframework.stereotype.Component;

/** On the declaration's page: the structure says how far it is. */
@Component
class RecoveryOfDeclaration implements DeclarationPanel {
    private final Recoveries recoveries;
    private final RecoveryCurves curves;
    private final Speakers speakers;

    RecoveryOfDeclaration(Recoveries recoveries, RecoveryCurves curves, Speakers speakers) {
        this.speakers = speakers;
        this.recoveries = recoveries;
        this.curves = curves;
    }

    @Override
    public String key() {
        return "recovery";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String template() {
        return "incident/recovery-told";
    }

    @Override
    public Map<String, Object> model(Sheet declaration, Viewer reader) {
        return Map.of(
                "shown", curves.shown(recoveries.of(declaration)),
                "may", speakers.may(declaration, reader));
    }
}
