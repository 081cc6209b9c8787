package org.beffroi.coordination;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;

/**
 * Somebody must be told of what was declared.
 *
 * @param recipient recipient of {@code coordination/rules.yaml}
 * @param reason rule of {@code coordination/rules.yaml}
 * @param due null: without delay
 */
public record ObligationArose(
        UUID declaration,
        World world,
        Instant aroseAt,
        String recipient,
        String reason,
        @Nullable Instant due) implements Recordable {

    @Override
    public Fact fact() {
        return Fact.of("coordination.obligation-arose", aroseAt, world)
                .about("declaration", declaration)
                .with("recipient", recipient)
                .with("reason", reason)
                .with("due", due);
    }
}
