package org.beffroi.incident;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;

/** The structure works normally again. */
public record IncidentResolved(UUID incident, World world, Instant resolvedAt) implements Recordable {

    @Override
    public Fact fact() {
        return Fact.of("incident.resolved", resolvedAt, world).about("incident", incident);
    }
}
