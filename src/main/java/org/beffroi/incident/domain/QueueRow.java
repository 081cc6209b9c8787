package org.beffroi.incident.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.beffroi.declaration.StructureSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * One incident in the queue, as far as the viewer may see it.
 *
 * @param reference of the first declaration that the viewer may see
 * @param reasons why it stands here, the weightiest first, by what this viewer may see of it; then comes age
 * @param structure of that declaration; {@code declarations} how many there are
 * @param verified whether any of them is known to come from its structure
 * @param severity code of the vocabulary {@code severity}; null before the triage
 * @param tags words of the desk's own; nobody else sees them
 * @param kind code of the vocabulary {@code declaration-kind} of that declaration, where it is not an incident like others
 * @param outcome code of the vocabulary {@code outcome} once closed
 */
public record QueueRow(
        UUID id,
        String reference,
        List<Urgency> reasons,
        StructureSnapshot structure,
        int declarations,
        boolean verified,
        Instant foundAt,
        Instant openedAt,
        Status status,
        boolean triaged,
        boolean major,
        @Nullable String severity,
        @Nullable UUID assignee,
        @Nullable String assigneeName,
        @Nullable String outcome,
        int version,
        List<String> tags,
        @Nullable String kind) {

    public boolean closed() {
        return status == Status.CLOSED;
    }

    public boolean resolved() {
        return status == Status.RESOLVED;
    }

    public boolean toBeTriaged() {
        return status == Status.IN_HAND && !triaged;
    }

    public boolean endangersPatients() {
        return !closed() && reasons.stream().anyMatch(Urgency::concernsPatients);
    }
}
