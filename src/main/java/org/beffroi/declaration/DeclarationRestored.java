package org.beffroi.declaration;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;

/** A declaration that had been withdrawn holds after all, and counts again from now on. */
public record DeclarationRestored(UUID declaration, PublicReference reference, World world, Instant restoredAt)
        implements Recordable {

    @Override
    public Fact fact() {
        return Fact.of("declaration.restored", restoredAt, world).about("declaration", declaration);
    }
}
