package org.beffroi.incident.web;

import java.util.Map;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.DeclarationPanel;
import org.beffroi.declaration.Sheet;
import org.beffroi.incident.domain.Speakers;
import org.beffroi.incident.domain.Supports;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.stereotype.Component;

/** On the declaration's page: the structure asks for help, and says whether it takes what is offered. */
@Component
class SupportOfDeclaration implements DeclarationPanel {
    private final Supports supports;
    private final Speakers speakers;
    private final Taxonomy taxonomy;

    SupportOfDeclaration(Supports supports, Speakers speakers, Taxonomy taxonomy) {
        this.supports = supports;
        this.speakers = speakers;
        this.taxonomy = taxonomy;
    }

    @Override
    public String key() {
        return "support";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String template() {
        return "incident/support-told";
    }

    @Override
    public Map<String, Object> model(Sheet declaration, Viewer reader) {
        return Map.of(
                "supports",
                supports.of(declaration),
                "kinds",
                taxonomy.vocabulary(Supports.VOCABULARY).terms(),
                "may",
                speakers.may(declaration, reader));
    }
}
