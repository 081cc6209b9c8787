package org.beffroi.incident.rota.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was called out of hours.
 *
 * @param world code of the world of its incidents
 * @param shownOnly a rehearsal or demonstration: nobody was really called
 * @param reference of the gravest of its incidents that is still open, or of the first
 * @param incidents how many it is for
 * @param steps who was called when, in order
 * @param dueAt when it goes on if nobody answers; null: not any more
 * @param ended null: nobody has answered
 */
public record Call(
        UUID id,
        String world,
        boolean shownOnly,
        Instant beganAt,
        String reference,
        int incidents,
        List<CallStep> steps,
        @Nullable Instant dueAt,
        @Nullable CallEnd ended) {

    /** One step, with all that it called. */
    public record CallStep(int step, Instant at, List<String> names) {}

    /** What ended it. */
    public enum How {
        /** Somebody pressed «I have it». */
        ANSWERED,
        /** Somebody took one of its incidents. */
        TAKEN,
        /** None of its incidents is open any more. */
        OVER
    }

    /** @param by null where nobody had to */
    public record CallEnd(How how, Instant at, @Nullable String by) {}

    public boolean isLive() {
        return ended == null;
    }

    public int others() {
        return incidents - 1;
    }
}
