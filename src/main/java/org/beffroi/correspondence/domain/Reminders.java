package org.beffroi.correspondence.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Rehearsing;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** For the desk: what is done by itself where a structure does not answer, and that nothing shall be. */
@Service
@Transactional
public class Reminders {
    private final ReminderStore store;
    private final Silence silence;
    private final AuditTrail trail;
    private final Rehearsing rehearsing;
    private final Clock clock;

    Reminders(ReminderStore store, Silence silence, AuditTrail trail, Rehearsing rehearsing, Clock clock) {
        this.rehearsing = rehearsing;
        this.store = store;
        this.silence = silence;
        this.trail = trail;
        this.clock = clock;
    }

    /** What was done of a step. */
    public enum How {
        /** A message was written. */
        WRITTEN,
        /** Somebody of the desk should call. */
        CALL,
        /** A later step was due at the same time. */
        PASSED
    }

    /** @param address to whom the mail went, where that is not whoever declared */
    public record Done(
            String step, Instant at, How how, @Nullable String address) {}

    /** @param step key in the file */
    public record Next(String step, Instant at) {}

    /**
     * What was done by itself in a conversation, and what comes next.
     *
     * @param since when the desk asked; null: no answer is awaited
     * @param pausedBy who of the desk wants nobody reminded; null: it goes on
     */
    public record FollowUp(
            @Nullable Instant since,
            List<Done> done,
            @Nullable Next next,
            @Nullable String pausedBy) {}

    @Transactional(readOnly = true)
    public FollowUp of(Seat seat) {
        requireDesk(seat);
        var declaration = seat.declaration().declaration();
        var pausedBy = store.paused(declaration).orElse(null);
        var asked = store.asked(declaration, clock.instant().minus(silence.forgets()));
        if (asked.isEmpty()) {
            return new FollowUp(null, List.of(), null, pausedBy);
        }
        var since = asked.get().since();
        var speed = rehearsing.speed(seat.declaration().world());
        var done = store.done(declaration, asked.get().number());
        var taken = done.stream().map(Done::step).collect(Collectors.toSet());
        var next = pausedBy != null
                ? null
                : silence.steps().stream()
                        .filter(step -> !taken.contains(step.key()))
                        .findFirst()
                        .map(step -> new Next(step.key(), Silence.at(step, since, speed)))
                        .orElse(null);
        return new FollowUp(since, done, next, pausedBy);
    }

    /** Nobody is reminded by itself in this conversation, until that is taken back. Twice does no harm. */
    public void pause(Seat seat, boolean wished) {
        requireDesk(seat);
        var declaration = seat.declaration().declaration();
        Viewer by = seat.viewer();
        if (wished) {
            store.pause(declaration, clock.instant(), by);
        } else {
            store.resume(declaration, clock.instant(), by);
        }
        trail.record(by, wished ? "correspondence.pause" : "correspondence.resume", "declaration", declaration);
    }

    private static void requireDesk(Seat seat) {
        if (!seat.viewer().atTheDesk()) {
            throw Refusal.notFound("correspondence.refused.unknown");
        }
    }
}
