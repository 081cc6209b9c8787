package org.beffroi.incident;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;

/** An incident that had been merged into another goes on by itself again, as it stood then. */
public record IncidentRevived(UUID incident, World world, UUID from, Instant revivedAt) implements Recordable {

    @Override
    public Fact fact() {
        return Fact.of("incident.revived", revivedAt, world)
                .about("incident", incident)
                .about("from", from);
    }
}
