package org.beffroi.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;

/** Where declarations belong by now, and what is shown of incidents that were found somehow. */
public interface IncidentCatalogue {
    /**
     * Where a declaration belongs: what an index keeps beside its words.
     *
     * @param region INSEE code; null: not known
     * @param structure null: not in the directory
     */
    record Entry(
            UUID declaration,
            UUID incident,
            World world,
            @Nullable String region,
            @Nullable UUID structure,
            boolean open,
            Instant declaredAt) {}

    /** Those that belong to an incident; whoever asks sees to it that nobody reads what is not for them. */
    List<Entry> entries(Collection<UUID> declarations);

    /**
     * An incident, as far as the viewer sees it: named by the first of the declarations that are within their scope.
     *
     * @param status WAITING, IN_HAND, RESOLVED or CLOSED
     * @param assignee null: nobody has it in hand
     * @param declarations the numbers of those within the scope
     */
    record Glance(
            UUID incident,
            String reference,
            String structure,
            @Nullable String town,
            Instant declaredAt,
            String status,
            @Nullable String assignee,
            boolean withdrawn,
            Map<UUID, String> declarations) {}

    /** By incident; those not of this world, or not for this viewer, are left out. */
    Map<UUID, Glance> glances(Collection<UUID> incidents, World world, Viewer viewer);

    /** Codes of the worlds that the viewer may choose from; none where there is no choice. */
    List<String> worlds(Viewer viewer);
}
