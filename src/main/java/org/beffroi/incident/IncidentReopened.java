package org.beffroi.incident;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;

/** A closed incident is treated again. */
public record IncidentReopened(UUID incident, World world, Instant reopenedAt) implements Recordable {

    @Override
    public Fact fact() {
        return Fact.of("incident.reopened", reopenedAt, world).about("incident", incident);
    }
}
