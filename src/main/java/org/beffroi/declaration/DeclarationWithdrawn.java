package org.beffroi.declaration;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;

/**
 * A declaration is not confirmed: what was said stays to be read, and counts no more from now on.
 *
 * @param reason code of the vocabulary {@code withdrawal-reason}
 */
public record DeclarationWithdrawn(
        UUID declaration, PublicReference reference, World world, Instant withdrawnAt, String reason)
        implements Recordable {

    @Override
    public Fact fact() {
        return Fact.of("declaration.withdrawn", withdrawnAt, world)
                .about("declaration", declaration)
                .with("reason", reason);
    }
}
