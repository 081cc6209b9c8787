package org.beffroi.incident.rota.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a call goes on while nobody answers: who is first, then also the second, then also the leads, and all of them again.
 *
 * @param again until the second step
 * @param leads until the third; then again each time
 */
record Ladder(Duration again, Duration leads) {
    static final int FIRST = 1;
    static final int SECOND = 2;
    static final int LEADS = 3;
    /** Who has not been woken by then is not woken by one more, as long as nothing new comes. */
    static final int LAST = 9;

    Ladder faster(int speed) {
        return new Ladder(again.dividedBy(speed), leads.dividedBy(speed));
    }

    /** The step that a call should have come to. What was slept through in between is passed over: each step calls all that came before it. */
    int at(Instant began, Instant newest, Instant now) {
        int step = FIRST;
        int last = last(began, newest);
        while (step < last && !now.isBefore(begins(began, step + 1))) {
            step++;
        }
        return step;
    }

    private Instant begins(Instant began, int step) {
        return step <= SECOND ? began.plus(again.multipliedBy(step - 1L)) : began.plus(leads.multipliedBy(step - 2L));
    }

    /** When the step after this one begins; null: none comes. */
    @Nullable
    Instant next(Instant began, Instant newest, int step) {
        return step >= last(began, newest) ? null : begins(began, step + 1);
    }

    /** @param newest since when what came last is among what is called for: as often is called for that, too */
    private int last(Instant began, Instant newest) {
        return LAST + Math.toIntExact(Duration.between(began, newest).dividedBy(leads));
    }
}
