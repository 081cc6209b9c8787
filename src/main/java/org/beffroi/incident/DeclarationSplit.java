package org.beffroi.incident;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;

/**
 * A declaration that had joined an incident was taken out of it again: the joining was a mistake. What had been known before stays known
 * for the days before.
 *
 * @param incident the one that it belongs to from now on
 * @param from the one that it had joined
 */
public record DeclarationSplit(UUID incident, World world, UUID declaration, UUID from, Instant splitAt)
        implements Recordable {

    @Override
    public Fact fact() {
        return Fact.of("incident.declaration-split", splitAt, world)
                .about("incident", incident)
                .about("declaration", declaration)
                .about("from", from);
    }
}
