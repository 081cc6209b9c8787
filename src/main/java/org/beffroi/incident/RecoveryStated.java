package org.beffroi.incident;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;

/**
 * How far one system or care activity of a structure had come back at a moment.
 *
 * @param kind SYSTEM or ACTIVITY, the vocabulary of {@code service}
 * @param percent of what worked before, 0 to 100
 */
public record RecoveryStated(UUID declaration, World world, Instant asOf, String kind, String service, int percent)
        implements Recordable {

    @Override
    public Fact fact() {
        return Fact.of("incident.recovery", asOf, world)
                .about("declaration", declaration)
                .with("kind", kind)
                .with("service", service)
                .with("percent", percent);
    }
}
