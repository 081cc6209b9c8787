package org.beffroi.incident.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was seen on machines and networks in the course of an incident, and where else. */
@Service
public class Observables {
    /** How many an incident may have: a report has some hundreds; a whole feed belongs elsewhere. */
    public static final int MOST = 500;

    static final int LONGEST_PASTE = 100_000;
    /** Whoever enters it decides deliberately to share it. */
    public static final String USUAL_TLP = "AMBER_STRICT";

    private final ObservableStore store;
    private final CaseFiles files;
    private final Hands hands;
    private final Book book;
    private final Taxonomy taxonomy;

    Observables(ObservableStore store, IncidentStore incidents, CaseFiles files, Book book, Taxonomy taxonomy) {
        this.store = store;
        this.files = files;
        this.hands = new Hands(incidents, book);
        this.book = book;
        this.taxonomy = taxonomy;
    }

    /**
     * One of an incident, as the viewer may know it.
     *
     * @param tlp vocabulary {@code tlp}
     * @param by name at that time
     * @param elsewhere the other incidents where it was seen, or something that leads to the same place; those the viewer may see
     */
    public record Seen(UUID id, Observable observable, String tlp, Instant at, String by, List<String> elsewhere) {
        public Seen {
            elsewhere = List.copyOf(elsewhere);
        }
    }

    /** By kind and value. Declarants see none. */
    @Transactional(readOnly = true)
    public List<Seen> of(UUID incident, Viewer viewer) {
        return store.of(incident, viewer);
    }

    /** The same, by the number that somebody typed. */
    @Transactional(readOnly = true)
    public List<Seen> of(String typed, Viewer viewer) {
        return of(files.require(typed, viewer), viewer);
    }

    /**
     * Takes what is recognised in a pasted text.
     *
     * @return how many were new
     */
    @Transactional
    public int add(UUID incident, String text, String tlp, Viewer by) {
        var found = check(text, tlp);
        // Whoever may write a note may enter what was seen.
        hands.hold(Hand.on(incident, by)).note();
        var who = book.now(by);
        int fresh = 0;
        for (var observable : found) {
            fresh += store.add(incident, observable, tlp, who) ? 1 : 0;
        }
        // What was there already counts once; too many, and none of them is kept.
        if (store.count(incident) > MOST) {
            FieldErrors.NONE
                    .and("observables", "incident.error.observables-many", MOST)
                    .throwIfAny();
        }
        book.audit(by, "observe", incident);
        return fresh;
    }

    private List<Observable> check(String text, String tlp) {
        var errors = FieldErrors.NONE;
        if (!taxonomy.vocabulary("tlp").has(tlp)) {
            errors = errors.and("tlp", "incident.error.tlp");
        }
        if (text.length() > LONGEST_PASTE) {
            errors.and("observables", "incident.error.too-long", LONGEST_PASTE).throwIfAny();
        }
        var found = ObservableText.read(text);
        if (found.isEmpty()) {
            errors = errors.and("observables", "incident.error.observables");
        }
        errors.throwIfAny();
        return found;
    }

    /** It was none, or belongs to another incident. */
    @Transactional
    public void remove(UUID incident, UUID observable, Viewer by) {
        hands.hold(Hand.on(incident, by)).note();
        if (!store.end(incident, observable, book.now(by))) {
            throw Refusal.notFound("incident.refused.observable");
        }
        book.audit(by, "unobserve", incident);
    }
}
