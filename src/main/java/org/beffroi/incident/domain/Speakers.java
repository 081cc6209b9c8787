package org.beffroi.incident.domain;

import java.util.UUID;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Sheet;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Refusal;
import org.springframework.stereotype.Component;

/** Who may say something of a structure in an incident: its accounts, whoever holds the secret link, and the desk for it. */
@Component
public class Speakers {
    private final Declarations declarations;
    private final IncidentStore incidents;

    Speakers(Declarations declarations, IncidentStore incidents) {
        this.declarations = declarations;
        this.incidents = incidents;
    }

    /** An agency reads only; a link only as long as no account of the structure has taken the declaration over. */
    public boolean may(Sheet sheet, Viewer reader) {
        return reader.signedIn()
                ? reader.is(Role.DECLARANT, Role.ANALYST, Role.LEAD)
                : sheet.version() == sheet.versions();
    }

    /** @param typed the declaration's number, as people write it */
    public Sheet find(String typed, Viewer viewer) {
        return PublicReference.parse(typed)
                .flatMap(reference -> declarations.find(reference, viewer))
                .flatMap(declaration -> declarations.sheet(declaration, viewer))
                .orElseThrow(() -> Refusal.notFound("incident.refused.unknown"));
    }

    public Sheet followed(String token) {
        return declarations.followed(token);
    }

    /** The incident that it is of, for one who wants to say something. */
    UUID incident(Sheet sheet, Viewer by) {
        if (!may(sheet, by)) {
            throw Refusal.conflict("declaration.error.taken-over");
        }
        return incidents
                .ofDeclaration(sheet.declaration())
                .orElseThrow(() -> Refusal.conflict("incident.refused.recovery-early"));
    }
}
