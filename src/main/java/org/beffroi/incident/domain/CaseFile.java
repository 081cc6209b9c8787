package org.beffroi.incident.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.beffroi.declaration.Sheet;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;

/**
 * An incident as one viewer may read it.
 *
 * @param reference of the first declaration that the viewer may see
 * @param declared the declarations within the viewer's scope
 * @param sheets of those of {@code declared} that were asked for
 * @param asked the number that it was asked by, as written
 */
public record CaseFile(
        String reference,
        Cover incident,
        List<Declared> declared,
        Part<Sheet> sheets,
        List<TimelineEntry> timeline,
        Set<Action> allowedActions,
        String asked) {

    /** What the whole incident is, without its declarations: of those a viewer may see only some. */
    public record Cover(UUID id, PublicReference reference, World world, int version, Status status, State state) {
        static Cover of(Incident incident) {
            return new Cover(
                    incident.id(),
                    incident.reference(),
                    incident.world(),
                    incident.version(),
                    incident.status(),
                    incident.state());
        }
    }

    /** It was asked for by another number, or one written otherwise. */
    public boolean moved() {
        return !reference.equals(asked);
    }

    /** Whether that declaration can be taken out again: all but the one whose number the incident bears. */
    public boolean maySplit(PublicReference declaration) {
        return may(Action.SPLIT) && !declaration.equals(incident.reference());
    }

    /** Since when one is not confirmed; null: it holds. */
    public @Nullable Instant withdrawn(UUID declaration) {
        return declared.stream()
                .filter(one -> one.declaration().equals(declaration))
                .findFirst()
                .map(Declared::withdrawnAt)
                .orElse(null);
    }

    /** Nothing that the viewer sees here is confirmed. */
    public boolean allWithdrawn() {
        return !declared.isEmpty() && declared.stream().allMatch(Declared::withdrawn);
    }

    /** Codes of the vocabulary {@code declaration-kind} where none of what the viewer sees is an incident like others; else empty. */
    public List<String> kinds() {
        var kinds = declared.stream().map(Declared::kind).distinct().toList();
        return kinds.stream().anyMatch(Objects::isNull)
                ? List.of()
                : kinds.stream().map(Objects::requireNonNull).toList();
    }

    /** As far as the viewer may know them. */
    public List<Urgency> reasons() {
        return Urgency.reasons(declared, incident.state());
    }

    /** From what the viewer may know. */
    public Proposals proposals() {
        return Proposals.of(declared, incident.state());
    }

    /** Message key: what is expected of the desk now. */
    public String nextStep() {
        var triaged = incident.state().triage() != null;
        return switch (incident.status()) {
            case WAITING -> "incident.now.take";
            case IN_HAND -> triaged ? "incident.now.resolve" : "incident.now.triage";
            case RESOLVED -> triaged ? "incident.now.close" : "incident.now.triage";
            case CLOSED -> "incident.now.closed";
            case MERGED -> "incident.now.merged";
        };
    }

    public boolean may(Action action) {
        return allowedActions.contains(action);
    }
}
