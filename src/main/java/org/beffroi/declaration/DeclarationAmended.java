package org.beffroi.declaration;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;

/**
 * A structure has added to what it declared: a new version; the earlier ones stay.
 *
 * @param version from 2
 */
public record DeclarationAmended(
        UUID declaration,
        PublicReference reference,
        World world,
        Instant amendedAt,
        int version,
        StructureSnapshot structure,
        Stated stated)
        implements Recordable {

    @Override
    public Fact fact() {
        return stated.in(structure.in(Fact.of("declaration.amended", amendedAt, world)
                .about("declaration", declaration)
                .with("version", version)));
    }
}
