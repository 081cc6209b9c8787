package org.beffroi.observatory.domain;

import java.util.List;
import org.beffroi.journal.Journal.Recorded;
import org.jspecify.annotations.Nullable;

/** What the desk holds of one incident: its latest triage, and its closure unless it was opened again. */
final class IncidentTrail {
    static final IncidentTrail UNTOUCHED = new IncidentTrail();

    private long judgedAt = -1;
    private long endedAt = -1;
    private boolean triagedOutOfScope;
    private List<String> causes = List.of();
    private @Nullable String origin;
    private @Nullable String endangerment;
    private @Nullable String care;
    private @Nullable String outcome;
    private @Nullable String entryPoint;

    void triaged(Recorded fact) {
        if (fact.position() < judgedAt) {
            return;
        }
        judgedAt = fact.position();
        triagedOutOfScope = Boolean.FALSE.equals(fact.data().get("inScope"));
        causes = FactCodes.several(fact, "causes");
        origin = FactCodes.one(fact, "origin");
        endangerment = FactCodes.one(fact, "endangerment");
        care = FactCodes.one(fact, "care");
    }

    void closed(Recorded fact) {
        ended(fact, FactCodes.one(fact, "outcome"), FactCodes.one(fact, "entryPoint"));
    }

    void reopened(Recorded fact) {
        ended(fact, null, null);
    }

    private void ended(Recorded fact, @Nullable String how, @Nullable String by) {
        if (fact.position() >= endedAt) {
            endedAt = fact.position();
            outcome = how;
            entryPoint = by;
        }
    }

    /** The closure has the last word; before it, the triage. */
    String outcome() {
        if (outcome != null) {
            return outcome;
        }
        return triagedOutOfScope ? CountedCase.OUT_OF_SCOPE : CountedCase.OPEN;
    }

    /** Closed as a double without having been merged: its incident is counted elsewhere. */
    boolean isDouble() {
        return "DUPLICATE".equals(outcome);
    }

    @Nullable
    String entryPoint() {
        return entryPoint;
    }

    List<String> causes() {
        return causes;
    }

    @Nullable
    String origin() {
        return origin;
    }

    @Nullable
    String endangerment() {
        return endangerment;
    }

    @Nullable
    String care() {
        return care;
    }
}
