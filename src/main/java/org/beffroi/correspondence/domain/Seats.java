package org.beffroi.correspondence.domain;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.Side;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Sheet;
import org.beffroi.incident.Incidents;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who sits where. The rights are those of the declaration's own query; an agency reads declarations, and has no seat here. Each
 * declaration has its own, whatever incident it has joined.
 */
@Component
public class Seats {
    private final Declarations declarations;
    private final Incidents incidents;

    Seats(Declarations declarations, Incidents incidents) {
        this.declarations = declarations;
        this.incidents = incidents;
    }

    /** @param typed any declaration's number, as people write it */
    public Seat ofDesk(String typed, Viewer viewer) {
        if (!viewer.atTheDesk()) {
            throw unknown();
        }
        return new Seat(
                PublicReference.parse(typed)
                        .filter(reference -> incidents.find(reference, viewer).isPresent())
                        .flatMap(reference -> find(reference, viewer))
                        .orElseThrow(Seats::unknown),
                Side.DESK,
                viewer);
    }

    /** What somebody of the desk, who might, has ordered before is carried out in their name. */
    Optional<Seat> ordered(UUID declaration, @Nullable UUID account, String name) {
        var author = new Viewer(account, name, Set.of(Role.ANALYST), Scope.nation());
        return declarations.sheet(declaration, author).map(sheet -> new Seat(sheet, Side.DESK, author));
    }

    /** An account of the structure. Whoever also works at the desk speaks for the desk only. */
    public Seat ofStructure(String typed, Viewer viewer) {
        if (!speaksForStructures(viewer)) {
            throw unknown();
        }
        return new Seat(
                PublicReference.parse(typed)
                        .flatMap(reference -> find(reference, viewer))
                        .orElseThrow(Seats::unknown),
                Side.STRUCTURE,
                viewer);
    }

    /** Whoever holds the secret link, as long as no account of the structure has taken the declaration over. */
    public Seat byLink(String token) {
        var sheet = declarations.followed(token);
        if (isTakenOver(sheet)) {
            throw Refusal.conflict("correspondence.refused.taken-over");
        }
        return new Seat(sheet, Side.STRUCTURE, Viewer.guest());
    }

    /** The seat of one who reads the declaration's own page. */
    public Optional<Seat> reading(Sheet sheet, Viewer reader) {
        var allowed = reader.signedIn() ? speaksForStructures(reader) : !isTakenOver(sheet);
        return allowed ? Optional.of(new Seat(sheet, Side.STRUCTURE, reader)) : Optional.empty();
    }

    private Optional<Sheet> find(PublicReference reference, Viewer viewer) {
        return declarations.find(reference, viewer).flatMap(declaration -> declarations.sheet(declaration, viewer));
    }

    private static boolean speaksForStructures(Viewer viewer) {
        return viewer.is(Role.DECLARANT) && !viewer.atTheDesk();
    }

    private static boolean isTakenOver(Sheet sheet) {
        return sheet.version() < sheet.versions();
    }

    private static Refusal unknown() {
        return Refusal.notFound("correspondence.refused.unknown");
    }
}
