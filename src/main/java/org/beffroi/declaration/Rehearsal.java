package org.beffroi.declaration;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;

/**
 * An exercise in which declarations are made and treated as on any night, in a world of their own.
 *
 * @param speed how many times faster its clocks run: 1, 10 or 60
 * @param code in the address of its form: whoever has it may declare in the rehearsal
 * @param endedAt since when nothing can be declared in it any more; null: it goes on
 */
public record Rehearsal(
        UUID id,
        World world,
        String name,
        int speed,
        String code,
        Instant openedAt,
        String openedBy,
        @Nullable Instant endedAt) {

    public boolean ended() {
        return endedAt != null;
    }
}
