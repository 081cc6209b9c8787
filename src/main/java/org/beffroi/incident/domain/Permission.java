package org.beffroi.incident.domain;

import java.util.Optional;
import org.beffroi.shared.Refusal;

/** Which action is possible in which state, and what is said where it is not: the reason, and what can be done instead. */
final class Permission {
    private Permission() {}

    static Optional<Refusal> refusal(Action action, State state) {
        return switch (state.status()) {
            case MERGED -> Optional.of(Refusal.conflict("incident.refused.merged"));
            case CLOSED -> whenClosed(action);
            case WAITING, IN_HAND, RESOLVED -> whenOpen(action, state);
        };
    }

    private static Optional<Refusal> whenClosed(Action action) {
        return switch (action) {
            case REOPEN, NOTE, TRIAGE -> Optional.empty();
            case TAKE, ASSIGN, RESOLVE, CLOSE, JOIN, SPLIT -> Optional.of(Refusal.conflict("incident.refused.closed"));
        };
    }

    private static Optional<Refusal> whenOpen(Action action, State state) {
        return switch (action) {
            case TAKE ->
                Optional.ofNullable(state.assignment())
                        .map(holder -> Refusal.conflict("incident.refused.taken", holder.assigneeName()));
            case REOPEN -> Optional.of(Refusal.conflict("incident.refused.not-closed"));
            case ASSIGN, TRIAGE, NOTE, RESOLVE, CLOSE, JOIN, SPLIT -> Optional.empty();
        };
    }
}
