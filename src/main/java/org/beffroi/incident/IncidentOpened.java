package org.beffroi.incident;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;

/** A declaration became a case of the desk. Opened when it was declared, which may be long before it is recorded. */
public record IncidentOpened(UUID incident, PublicReference reference, World world, UUID declaration, Instant openedAt)
        implements Recordable {

    @Override
    public Fact fact() {
        return Fact.of("incident.opened", openedAt, world)
                .about("incident", incident)
                .about("declaration", declaration);
    }
}
