package org.beffroi.incident;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;

/** All declarations of an incident joined another: it ends, and leads there. */
public record IncidentMerged(UUID incident, World world, UUID into, Instant mergedAt) implements Recordable {

    @Override
    public Fact fact() {
        return Fact.of("incident.merged", mergedAt, world)
                .about("incident", incident)
                .about("into", into);
    }
}
