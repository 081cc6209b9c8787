package org.beffroi.incident.domain;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.incident.Assessment;
import org.beffroi.incident.Conclusion;
import org.jspecify.annotations.Nullable;

/**
 * The rows that hold now. Each is something that somebody did; what is null has not been done.
 *
 * @param reopening the last one, if any
 * @param signalled highest severity that later modules found out about, for this incident and those that live on in it
 */
public record State(
        @Nullable Assignment assignment,
        @Nullable Triage triage,
        @Nullable Resolution resolution,
        @Nullable Closure closure,
        @Nullable Reopening reopening,
        @Nullable Merger merger,
        @Nullable String signalled) {

    static final State NEW = new State(null, null, null, null, null, null, null);

    public record Assignment(@Nullable UUID assignee, String assigneeName, Who who) {}

    public record Triage(Assessment assessment, Who who) {}

    /** @param resolvedAt since when the structure works normally again */
    public record Resolution(Instant resolvedAt, Who who) {}

    public record Closure(Conclusion conclusion, Who who) {}

    public record Reopening(String reason, Who who) {}

    public record Merger(UUID into, Who who) {}

    State assigned(Assignment now) {
        return new State(now, triage, resolution, closure, reopening, merger, signalled);
    }

    State triaged(Triage now) {
        return new State(assignment, now, resolution, closure, reopening, merger, signalled);
    }

    State resolved(Resolution now) {
        return new State(assignment, triage, now, closure, reopening, merger, signalled);
    }

    State closed(Closure now) {
        return new State(assignment, triage, resolution, now, reopening, merger, signalled);
    }

    /** What was over is not: the resolution ends with the closure. */
    State reopened(Reopening now) {
        return new State(assignment, triage, null, null, now, merger, signalled);
    }

    State merged(Merger now) {
        return new State(assignment, triage, resolution, closure, reopening, now, signalled);
    }

    State revived() {
        return new State(assignment, triage, resolution, closure, reopening, null, signalled);
    }

    /** The desk's severity, unless a later module found out about a higher one. */
    public @Nullable String severity() {
        var judged = triage == null ? null : triage.assessment().severity();
        return signalled != null && (judged == null || signalled.compareTo(judged) > 0) ? signalled : judged;
    }

    Status status() {
        if (merger != null) {
            return Status.MERGED;
        }
        if (closure != null) {
            return Status.CLOSED;
        }
        if (resolution != null) {
            return Status.RESOLVED;
        }
        return assignment == null ? Status.WAITING : Status.IN_HAND;
    }

    boolean open() {
        return merger == null && closure == null;
    }
}
