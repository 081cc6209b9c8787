package org.beffroi.incident.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.incident.domain.LogEntry.Draft;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened and what was decided, as people tell it: «network cut at 02:10, says the director». The timeline holds what was done in here;
 * the logbook what was done out there. For the desk alone: it is written in the desk's words, and names whoever it names.
 */
@Service
public class Logbook {
    static final int LONGEST_TEXT = 2_000;
    static final int LONGEST_NAME = 200;

    private final LogStore store;
    private final CaseFiles files;
    private final Hands hands;
    private final Book book;

    Logbook(LogStore store, IncidentStore incidents, CaseFiles files, Book book) {
        this.store = store;
        this.files = files;
        this.hands = new Hands(incidents, book);
        this.book = book;
    }

    /** By when it happened. Empty for all but the desk. */
    @Transactional(readOnly = true)
    public List<LogEntry> of(UUID incident, Viewer viewer) {
        return viewer.atTheDesk() ? store.of(incident) : List.of();
    }

    /** The same, by the number that somebody typed. */
    @Transactional(readOnly = true)
    public List<LogEntry> of(String typed, Viewer viewer) {
        return of(files.require(typed, viewer), viewer);
    }

    /** What is told long after is still written: an attacker came in weeks before anybody knew. */
    @Transactional
    public UUID write(UUID incident, Draft draft, Viewer by) {
        hands.hold(Hand.on(incident, by)).note();
        var who = book.now(by);
        var clean = new Draft(
                draft.kind(),
                draft.happenedAt(),
                draft.text().strip(),
                draft.saidBy().strip());
        var id = store.add(incident, clean, check(clean, who.at()), who);
        book.audit(by, "log", incident);
        return id;
    }

    private static Instant check(Draft draft, Instant now) {
        var errors = FieldErrors.NONE;
        var happened = draft.happenedAt();
        if (happened == null) {
            errors = errors.and("happenedAt", "incident.error.date");
        } else if (happened.isAfter(now)) {
            errors = errors.and("happenedAt", "incident.error.log-in-future");
        }
        errors = checkText(errors, "what", draft.text(), LONGEST_TEXT);
        errors = checkText(errors, "saidBy", draft.saidBy(), LONGEST_NAME);
        errors.throwIfAny();
        return happened == null ? now : happened;
    }

    private static FieldErrors checkText(FieldErrors errors, String field, String text, int longest) {
        if (text.isEmpty()) {
            return errors.and(field, "incident.error.log-" + field);
        }
        return text.length() > longest ? errors.and(field, "incident.error.too-long", longest) : errors;
    }

    /** It was wrong. It stays to be read, with the reason: a logbook has no erased lines. */
    @Transactional
    public void strike(UUID incident, UUID entry, String because, Viewer by) {
        var reason = because.strip();
        checkText(FieldErrors.NONE, "because", reason, LONGEST_TEXT).throwIfAny();
        hands.hold(Hand.on(incident, by)).note();
        if (!store.strike(incident, entry, reason, book.now(by))) {
            throw Refusal.notFound("incident.refused.log-entry");
        }
        book.audit(by, "strike", incident);
    }
}
