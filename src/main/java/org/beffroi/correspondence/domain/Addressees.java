package org.beffroi.correspondence.domain;

import java.util.List;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Sheet;
import org.beffroi.incident.Incidents;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Refusal;
import org.springframework.stereotype.Component;

/** Whom the desk may write to of an incident: all whose declarations belong to it and whom somebody would read. */
@Component
class Addressees {
    private final Declarations declarations;
    private final Incidents incidents;

    Addressees(Declarations declarations, Incidents incidents) {
        this.declarations = declarations;
        this.incidents = incidents;
    }

    UUID incident(String typed, Viewer viewer) {
        if (!viewer.atTheDesk()) {
            throw unknown();
        }
        return PublicReference.parse(typed)
                .flatMap(reference -> incidents.find(reference, viewer))
                .orElseThrow(Addressees::unknown);
    }

    List<UUID> declarations(String typed, Viewer viewer) {
        return incidents.declarations(incident(typed, viewer), viewer);
    }

    /** Of several incidents, each declaration once. */
    List<UUID> declarations(List<String> typed, Viewer viewer) {
        return typed.stream()
                .flatMap(one -> declarations(one, viewer).stream())
                .distinct()
                .toList();
    }

    /** What was imported has nobody who would read. */
    List<Sheet> all(List<String> typed, Viewer viewer) {
        return sheets(declarations(typed, viewer), viewer).stream()
                .filter(sheet -> !sheet.channel().equals("IMPORT"))
                .toList();
    }

    List<Sheet> sheets(List<UUID> ids, Viewer viewer) {
        return declarations.sheets(ids, viewer);
    }

    private static Refusal unknown() {
        return Refusal.notFound("correspondence.refused.unknown");
    }
}
