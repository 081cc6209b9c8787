package org.beffroi.incident;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;

/** The desk has done with it. */
public record IncidentClosed(UUID incident, World world, Instant closedAt, Conclusion conclusion)
        implements Recordable {

    @Override
    public Fact fact() {
        return conclusion.in(Fact.of("incident.closed", closedAt, world).about("incident", incident));
    }
}
