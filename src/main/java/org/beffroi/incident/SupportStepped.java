package org.beffroi.incident;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;

/**
 * Help for a structure was asked for, offered, accepted or declined, worked on, or ended.
 *
 * @param kind code of the vocabulary {@code support-kind}
 * @param minutes of work; null otherwise
 */
public record SupportStepped(
        UUID declaration,
        World world,
        Instant at,
        String kind,
        String step,
        @Nullable Integer minutes) implements Recordable {

    @Override
    public Fact fact() {
        var fact = Fact.of("incident.support", at, world)
                .about("declaration", declaration)
                .with("kind", kind)
                .with("step", step);
        return minutes == null ? fact : fact.with("minutes", minutes);
    }
}
