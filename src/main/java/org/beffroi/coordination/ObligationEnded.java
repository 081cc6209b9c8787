package org.beffroi.coordination;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;

/** No rule leads to this recipient any more. */
public record ObligationEnded(UUID declaration, World world, Instant endedAt, String recipient) implements Recordable {

    @Override
    public Fact fact() {
        return Fact.of("coordination.obligation-ended", endedAt, world)
                .about("declaration", declaration)
                .with("recipient", recipient);
    }
}
