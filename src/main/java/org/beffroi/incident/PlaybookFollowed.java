package org.beffroi.incident;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;

/** The desk has begun to follow a playbook. */
public record PlaybookFollowed(UUID incident, World world, Instant at, String playbook) implements Recordable {

    @Override
    public Fact fact() {
        return Fact.of("incident.playbook", at, world)
                .about("incident", incident)
                .with("playbook", playbook);
    }
}
