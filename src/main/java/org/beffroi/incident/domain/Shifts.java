package org.beffroi.incident.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How an incident goes from one shift to the next, and who follows it besides. For the desk alone. */
@Service
@Transactional
public class Shifts {
    private static final int LONGEST = 4_000;

    private final ShiftStore store;
    private final CaseFiles files;
    private final Hands hands;
    private final Book book;

    Shifts(ShiftStore store, IncidentStore incidents, CaseFiles files, Book book) {
        this.store = store;
        this.files = files;
        this.hands = new Hands(incidents, book);
        this.book = book;
    }

    /** What is written at the end of a shift. */
    public record Note(String done, String todo, String beware) {
        Note stripped() {
            return new Note(done.strip(), todo.strip(), beware.strip());
        }
    }

    /** @param takenAt null: it waits for the next one */
    public record Handover(
            UUID id,
            Note note,
            Instant at,
            String by,
            @Nullable Instant takenAt,
            @Nullable String takenBy) {}

    /**
     * Who follows it, and what was handed over.
     *
     * @param waiting the last note, as long as nobody has taken it over
     * @param watching whether the viewer does
     */
    public record Shift(
            List<String> watchers,
            boolean watching,
            @Nullable Handover waiting,
            List<Handover> before) {}

    @Transactional(readOnly = true)
    public Optional<Shift> of(UUID incident, Viewer viewer) {
        if (!viewer.atTheDesk()) {
            return Optional.empty();
        }
        var notes = store.handovers(incident);
        var waiting = notes.stream().filter(note -> note.takenAt() == null).findFirst();
        return Optional.of(new Shift(
                store.watchers(incident),
                viewer.account() != null && store.watches(incident, viewer.account()),
                waiting.orElse(null),
                notes.stream().filter(note -> note.takenAt() != null).toList()));
    }

    @Transactional(readOnly = true)
    public Shift of(String typed, Viewer viewer) {
        return of(files.require(typed, viewer), viewer).orElseThrow(() -> Refusal.notFound("incident.refused.unknown"));
    }

    /** A later note takes the place of one that nobody has taken over: what still holds of it has to be said again. */
    public void handOver(UUID incident, Note note, Viewer by) {
        var words = note.stripped();
        var errors = FieldErrors.NONE;
        if (words.todo().isEmpty()) {
            errors = errors.and("todo", "incident.error.handover");
        }
        for (var text : List.of(words.done(), words.todo(), words.beware())) {
            if (text.length() > LONGEST) {
                errors.and("todo", "incident.error.too-long", LONGEST).throwIfAny();
            }
        }
        errors.throwIfAny();
        hands.hold(Hand.on(incident, by)).note();
        var who = book.now(by);
        store.take(incident, who);
        store.add(incident, words, who);
        book.audit(by, "hand-over", incident);
    }

    /** I have read it. Twice does no harm. */
    public void takeOver(UUID incident, Viewer by) {
        hands.hold(Hand.on(incident, by));
        if (store.take(incident, book.now(by))) {
            book.audit(by, "take-over", incident);
        }
    }

    /** Twice does no harm. */
    public void watch(UUID incident, boolean wished, Viewer by) {
        hands.hold(Hand.on(incident, by));
        var account = Objects.requireNonNullElse(by.account(), new UUID(0, 0));
        var who = book.now(by);
        if (wished) {
            store.watch(incident, account, who);
        } else {
            store.unwatch(incident, account, who);
        }
        book.audit(by, wished ? "watch" : "unwatch", incident);
    }
}
