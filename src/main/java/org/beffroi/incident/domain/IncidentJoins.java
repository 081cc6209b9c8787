package org.beffroi.incident.domain;

import java.util.UUID;
import java.util.stream.Stream;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.DeclaredRows.Move;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was declared several times becomes one incident, and what was joined by mistake several again. Nothing is lost either way. */
@Service
@Transactional
public class IncidentJoins {
    private final IncidentStore store;
    private final DeclaredRows declared;
    private final Book book;
    private final Hands hands;

    IncidentJoins(IncidentStore store, DeclaredRows declared, Book book) {
        this.store = store;
        this.declared = declared;
        this.book = book;
        this.hands = new Hands(store, book);
    }

    /**
     * What is to join.
     *
     * @param version of the declaration's own incident, as it was seen; null: whatever it is now
     * @param because in words, for the desk; null: not said
     */
    public record Joining(
            UUID declaration,
            @Nullable Integer version,
            @Nullable String because) {
        public static Joining of(UUID declaration) {
            return new Joining(declaration, null, null);
        }
    }

    /** What a join would do, so that it can be looked at before. */
    @Transactional(readOnly = true)
    public JoinPlan plan(UUID incident, UUID declaration, Viewer by) {
        if (!by.atTheDesk()) {
            throw unknown();
        }
        var into = store.read(incident);
        var from = store.read(store.ofDeclaration(declaration).orElseThrow(IncidentJoins::unknown));
        var asked = from.declared(declaration).orElseThrow(IncidentJoins::movedMeanwhile);
        return new JoinPlan(
                into,
                from,
                from.declared(store.company(store.bearing(asked.reference()))),
                into.joinRefusal(from, asked).orElse(null));
    }

    public void join(Hand hand, Joining joining) {
        IncidentDesk.checkLength("because", joining.because());
        var from = store.ofDeclaration(joining.declaration()).orElseThrow(IncidentJoins::unknown);
        var own = store.bearing(named(from, joining.declaration()).reference());
        holdInOrder(from, own, hand.incident());
        hands.change(hand, "join", (incident, who) -> join(incident, store.hold(from), own, joining, who));
    }

    private Declared named(UUID incident, UUID declaration) {
        return store.read(incident).declared(declaration).orElseThrow(IncidentJoins::movedMeanwhile);
    }

    /** Always in the same order: two analysts who join two incidents crosswise must not wait for each other. */
    private void holdInOrder(UUID... incidents) {
        Stream.of(incidents).distinct().sorted().forEach(store::hold);
    }

    private void join(Incident incident, Incident other, UUID own, Joining joining, Who who) {
        var asked = other.declared(joining.declaration()).orElseThrow(IncidentJoins::movedMeanwhile);
        if (joining.version() != null && !other.id().equals(incident.id())) {
            hands.checkUnchanged(other, joining.version());
        }
        for (var joined : incident.join(other, asked, store.company(own), who)) {
            declared.move(new Move(joined.declaration(), other.id(), incident.id(), false, joining.because()), who);
            book.publish(joined);
        }
        // Merged before or not, from now on it lives on here.
        var guest = own.equals(other.id()) ? other : store.hold(own);
        book.publish(guest.merge(incident, who));
        store.save(guest, who);
        if (!own.equals(other.id())) {
            store.save(other, who);
        }
    }

    /**
     * Takes a declaration out of the incident that it had joined. Its own incident, with all that it had brought along, goes on as it stood
     * before.
     */
    public void split(Hand hand, UUID declaration, String because) {
        if (because.isBlank()) {
            FieldErrors.NONE.and("because", "incident.error.split-reason").throwIfAny();
        }
        IncidentDesk.checkLength("because", because);
        var asked = named(hand.incident(), declaration);
        var own = store.bearing(asked.reference());
        holdInOrder(own, hand.incident());
        hands.change(hand, "split", (incident, who) -> split(incident, store.hold(own), asked, because.strip(), who));
    }

    private void split(Incident incident, Incident own, Declared asked, String because, Who who) {
        var known = incident.declared(asked.declaration()).orElseThrow(IncidentJoins::movedMeanwhile);
        for (var split : incident.split(own, known, store.company(own.id()), who)) {
            declared.move(new Move(split.declaration(), incident.id(), own.id(), true, because), who);
            book.publish(split);
        }
        book.publish(own.revived(incident, who));
        store.save(own, who);
    }

    private static Refusal unknown() {
        return Refusal.notFound("incident.refused.unknown");
    }

    private static Refusal movedMeanwhile() {
        return Refusal.conflict("incident.refused.moved-meanwhile");
    }
}
