package org.beffroi.declaration;

import java.util.Optional;
import org.beffroi.shared.World;

/** What other modules ask of rehearsals. */
public interface Rehearsing {
    /** The rehearsal whose world it is; empty for every other world. */
    Optional<Rehearsal> in(World world);

    /** How many times faster clocks run in that world: 1 outside rehearsals. */
    default int speed(World world) {
        return in(world).map(Rehearsal::speed).orElse(1);
    }
}
