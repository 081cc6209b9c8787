package org.beffroi.incident;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;

/** Another declaration belongs to an incident from now on; the last incident joined is the one that counts. */
public record DeclarationJoined(UUID incident, World world, UUID declaration, Instant joinedAt) implements Recordable {

    @Override
    public Fact fact() {
        return Fact.of("incident.declaration-joined", joinedAt, world)
                .about("incident", incident)
                .about("declaration", declaration);
    }
}
