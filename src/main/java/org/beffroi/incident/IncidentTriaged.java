package org.beffroi.incident;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;

/** The desk has judged an incident, for the first time or again. It replaces every earlier judgement; what is null leaves what was declared. */
public record IncidentTriaged(UUID incident, World world, Instant triagedAt, Assessment assessment)
        implements Recordable {

    @Override
    public Fact fact() {
        return assessment.in(Fact.of("incident.triaged", triagedAt, world).about("incident", incident));
    }
}
