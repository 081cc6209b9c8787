package org.beffroi.coordination;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;

/**
 * A recipient was told of what was declared.
 *
 * @param channel code of the vocabulary {@code transmission-channel}
 * @param late after it was due
 */
public record RecipientTold(
        UUID declaration, World world, Instant toldAt, String recipient, String channel, boolean late)
        implements Recordable {

    @Override
    public Fact fact() {
        return Fact.of("coordination.recipient-told", toldAt, world)
                .about("declaration", declaration)
                .with("recipient", recipient)
                .with("channel", channel)
                .with("late", late);
    }
}
