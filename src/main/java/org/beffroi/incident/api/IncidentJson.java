package org.beffroi.incident.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.beffroi.declaration.Sheet;
import org.beffroi.incident.Assessment;
import org.beffroi.incident.Conclusion;
import org.beffroi.incident.domain.Action;
import org.beffroi.incident.domain.CaseFile;
import org.beffroi.incident.domain.Proposals;
import org.beffroi.incident.domain.State;
import org.beffroi.incident.domain.Status;
import org.beffroi.incident.domain.TimelineEntry;
import org.beffroi.incident.domain.Urgency;
import org.beffroi.shared.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * An incident as machines read it.
 *
 * @param version to be sent back with a change, so that nobody's work is overwritten
 * @param severity on our own scale
 */
record IncidentJson(
        String reference,
        String world,
        int version,
        Status status,
        List<Urgency> reasons,
        @Nullable String severity,
        Set<Action> allowedActions,
        State.@Nullable Assignment assignment,
        State.@Nullable Triage triage,
        Proposals proposals,
        State.@Nullable Resolution resolution,
        State.@Nullable Closure closure,
        List<Sheet> declarations,
        List<TimelineEntry> timeline) {

    static IncidentJson of(CaseFile file) {
        var incident = file.incident();
        var state = incident.state();
        return new IncidentJson(
                file.reference(),
                incident.world().code(),
                incident.version(),
                incident.status(),
                file.reasons(),
                state.severity(),
                file.allowedActions(),
                state.assignment(),
                state.triage(),
                file.proposals(),
                state.resolution(),
                state.closure(),
                file.sheets().items(),
                file.timeline());
    }

    static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "");
    }

    record Handing(@Nullable Integer version, @Nullable String assignee) {}

    record Noting(@Nullable String text) {}

    record Reopening(@Nullable Integer version, @Nullable String reason) {}

    /** @param otherVersion of the incident that the declaration leaves, as it was read */
    record Joining(
            @Nullable Integer version,
            @Nullable Integer otherVersion,
            @Nullable String declaration,
            @Nullable String because) {}

    record Splitting(
            @Nullable Integer version,
            @Nullable String declaration,
            @Nullable String because) {}

    record Resolving(@Nullable Integer version, @Nullable String resolvedAt) {
        Instant instant() {
            try {
                return OffsetDateTime.parse(text(resolvedAt)).toInstant();
            } catch (DateTimeException noInstant) {
                FieldErrors.NONE.and("resolvedAt", "incident.error.date").throwIfAny();
                throw noInstant;
            }
        }
    }

    record Triaging(
            @Nullable Integer version,
            @Nullable Boolean inScope,
            @Nullable Boolean major,
            @Nullable String grade,
            @Nullable String rsit,
            @Nullable List<String> causes,
            @Nullable String origin,
            @Nullable String severity,
            @Nullable String endangerment,
            @Nullable String care) {
        Assessment assessment() {
            var errors = FieldErrors.NONE;
            errors = inScope == null ? errors.and("inScope", "incident.error.in-scope") : errors;
            errors = major == null ? errors.and("major", "incident.error.major") : errors;
            errors.throwIfAny();
            return new Assessment(
                    Boolean.TRUE.equals(inScope),
                    Boolean.TRUE.equals(major),
                    grade,
                    rsit,
                    causes == null
                            ? List.of()
                            : causes.stream().filter(Objects::nonNull).toList(),
                    origin,
                    severity,
                    endangerment,
                    care);
        }
    }

    record Closing(
            @Nullable Integer version,
            @Nullable String outcome,
            @Nullable String entryPoint,
            @Nullable String entryPointKind,
            @Nullable String entryPointUnknownReason) {
        Conclusion conclusion() {
            if (outcome == null) {
                FieldErrors.NONE.and("outcome", "incident.error.outcome").throwIfAny();
            }
            return new Conclusion(text(outcome), entryPoint, entryPointKind, entryPointUnknownReason);
        }
    }
}
