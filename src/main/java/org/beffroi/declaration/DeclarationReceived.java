package org.beffroi.declaration;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;

/**
 * A structure has declared.
 *
 * @param declaredAt when it was said, which for an import or a transcription is before it is recorded
 * @param channel code of the vocabulary {@code channel}
 * @param verified whether it is known to come from the structure; a guest's is not, until the desk has called back
 */
public record DeclarationReceived(
        UUID declaration,
        PublicReference reference,
        World world,
        Instant declaredAt,
        String channel,
        boolean verified,
        StructureSnapshot structure,
        Stated stated)
        implements Recordable {

    @Override
    public Fact fact() {
        return stated.in(structure.in(Fact.of("declaration.received", declaredAt, world)
                .about("declaration", declaration)
                .with("channel", channel)
                .with("verified", verified)));
    }
}
