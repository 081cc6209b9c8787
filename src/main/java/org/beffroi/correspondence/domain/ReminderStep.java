package org.beffroi.correspondence.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.beffroi.correspondence.domain.ReminderStore.Asked;
import org.beffroi.correspondence.domain.Reminders.Done;
import org.beffroi.correspondence.domain.Reminders.How;
import org.beffroi.correspondence.domain.Silence.Step;
import org.beffroi.correspondence.domain.Silence.To;
import org.beffroi.declaration.Rehearsal;
import org.beffroi.declaration.Rehearsing;
import org.beffroi.declaration.Sheet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the step that is due in one conversation: its row and its message in one transaction. A reminder is a message like any other, in
 * the name of Beffroi: it stands in the conversation, and one press answers it.
 */
@Service
class ReminderStep {
    private final ReminderStore store;
    private final Silence silence;
    private final Seats seats;
    private final Correspondence correspondence;
    private final OwnWords words;
    private final Rehearsing rehearsing;

    ReminderStep(
            ReminderStore store,
            Silence silence,
            Seats seats,
            Correspondence correspondence,
            OwnWords words,
            Rehearsing rehearsing) {
        this.rehearsing = rehearsing;
        this.store = store;
        this.silence = silence;
        this.seats = seats;
        this.correspondence = correspondence;
        this.words = words;
    }

    /** @return whether anything was done */
    @Transactional
    boolean take(Asked asked, Instant now) {
        var seat = seats.ordered(asked.declaration(), null, OwnWords.BEFFROI);
        var rehearsal = seat.flatMap(taken -> rehearsing.in(taken.declaration().world()));
        if (rehearsal.filter(Rehearsal::ended).isPresent()) {
            return false;
        }
        var due = due(asked, now, rehearsal.map(Rehearsal::speed).orElse(1));
        if (due.isEmpty() || seat.isEmpty() || words.nobodyWaits(asked.declaration())) {
            return false;
        }
        var step = due.getLast();
        if (step.to() != To.DESK
                && rehearsal.isEmpty()
                && !silence.awake(now)
                && !interrupted(seat.get().declaration())) {
            return false;
        }
        due.stream().limit(due.size() - 1L).forEach(late -> store.add(asked, late.key(), How.PASSED, null, now));
        return remind(asked, step, seat.get(), now);
    }

    private List<Step> due(Asked asked, Instant now, int speed) {
        var taken = store.done(asked.declaration(), asked.number()).stream()
                .map(Done::step)
                .collect(Collectors.toSet());
        return silence.due(asked.since(), now, speed).stream()
                .filter(step -> !taken.contains(step.key()))
                .toList();
    }

    private static boolean interrupted(Sheet sheet) {
        return sheet.answers().all("care").contains("INTERRUPTED");
    }

    private boolean remind(Asked asked, Step step, Seat seat, Instant now) {
        if (step.to() == To.DESK) {
            return store.add(asked, step.key(), How.CALL, null, now);
        }
        var other = step.to() == To.NEXT_CONTACT ? words.nextContact(seat.declaration()) : Optional.<Reach>empty();
        if (!store.add(asked, step.key(), How.WRITTEN, other.map(Reach::address).orElse(null), now)) {
            return false;
        }
        var key = "reminder-%d-%s".formatted(asked.number(), step.key());
        correspondence.write(seat, new Draft(words.of("reminder", seat), key, true).unhurried(), other);
        return true;
    }
}
