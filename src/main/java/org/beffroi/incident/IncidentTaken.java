package org.beffroi.incident;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;

/** Somebody of the desk has it in hand. */
public record IncidentTaken(UUID incident, World world, Instant takenAt) implements Recordable {

    @Override
    public Fact fact() {
        return Fact.of("incident.taken", takenAt, world).about("incident", incident);
    }
}
