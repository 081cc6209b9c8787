package org.beffroi.correspondence;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;

/**
 * One side has written to the other.
 *
 * @param first the desk's first message about this declaration; of a structure, its first answer to the desk
 */
public record MessageWritten(UUID declaration, World world, Instant writtenAt, Side by, boolean first)
        implements Recordable {

    @Override
    public Fact fact() {
        return Fact.of("correspondence.written", writtenAt, world)
                .about("declaration", declaration)
                .with("by", by.name())
                .with("first", first);
    }
}
