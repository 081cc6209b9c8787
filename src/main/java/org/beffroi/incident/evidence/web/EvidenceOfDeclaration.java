package org.beffroi.incident.evidence.web;

import java.util.Map;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.DeclarationPanel;
import org.beffroi.declaration.Sheet;
import org.beffroi.incident.evidence.domain.Evidence;
import org.beffroi.incident.evidence.domain.Lockers;
import org.springframework.stereotype.Component;

/** On the declaration's page: the structure hands in screenshots, logs, whatever was found. */
@Component
class EvidenceOfDeclaration implements DeclarationPanel {
    private final Evidence evidence;
    private final Lockers lockers;

    EvidenceOfDeclaration(Evidence evidence, Lockers lockers) {
        this.evidence = evidence;
        this.lockers = lockers;
    }

    @Override
    public String key() {
        return "evidence";
    }

    @Override
    public int order() {
        return 55;
    }

    @Override
    public String template() {
        return "incident/evidence-told";
    }

    @Override
    public Map<String, Object> model(Sheet declaration, Viewer reader) {
        var locker = lockers.ofDeclaration(declaration, reader);
        return Map.of("exhibits", evidence.of(locker), "may", locker.mayHandIn());
    }
}
