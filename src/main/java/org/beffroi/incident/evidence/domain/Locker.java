package org.beffroi.incident.evidence.domain;

import java.util.List;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Where evidence is looked for, by one who was let in there: an incident at the desk, or one declaration of a structure.
 *
 * @param incident null: the declaration's alone
 * @param declaration null: the incident's
 * @param incidents those whose evidence the desk handed in; {@code declarations} those whose evidence structures handed in
 * @param mayHandIn whether this one may add to it
 */
public record Locker(
        @Nullable UUID incident,
        @Nullable Sheet declaration,
        List<UUID> incidents,
        List<UUID> declarations,
        boolean mayHandIn,
        Viewer by) {

    boolean holds(EvidenceStore.Row row) {
        return (row.incident() != null && incidents.contains(row.incident()))
                || (row.declaration() != null && declarations.contains(row.declaration()));
    }

    boolean ofDesk() {
        return incident != null;
    }
}
