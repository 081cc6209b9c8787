package org.beffroi.declaration;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;

/**
 * A guest's declaration is known to come from the structure: it counts from now on.
 *
 * @param how {@code CALLED_BACK} by the desk, or {@code CONFIRMED} by the structure's account
 * @param structure which it is; the desk may have found what the declarant could not
 * @param by name of who says so, as of that time; null in what was published before it was told
 */
public record DeclarationVerified(
        UUID declaration,
        PublicReference reference,
        World world,
        Instant verifiedAt,
        How how,
        StructureSnapshot structure,
        @Nullable String by)
        implements Recordable {

    /** How it is known. */
    public enum How {
        /** The desk telephoned the structure, by a number that it had from elsewhere. */
        CALLED_BACK,
        /** An account of the structure confirmed it. */
        CONFIRMED
    }

    @Override
    public Fact fact() {
        return structure.in(Fact.of("declaration.verified", verifiedAt, world)
                .about("declaration", declaration)
                .with("how", how));
    }
}
