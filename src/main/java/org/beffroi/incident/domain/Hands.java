package org.beffroi.incident.domain;

import java.util.function.BiConsumer;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.shared.Refusal;

/** Holds an incident while somebody of the desk changes it, and keeps what became of it. */
final class Hands {
    private final IncidentStore store;
    private final Book book;

    Hands(IncidentStore store, Book book) {
        this.store = store;
        this.book = book;
    }

    void change(Hand hand, String verb, BiConsumer<Incident, Who> work) {
        var incident = hold(hand);
        var who = book.now(hand.by());
        work.accept(incident, who);
        store.save(incident, who);
        book.audit(hand.by(), verb, incident.id());
    }

    Incident hold(Hand hand) {
        if (!hand.by().atTheDesk()) {
            throw Refusal.notFound("incident.refused.unknown");
        }
        var incident = store.hold(hand.incident());
        if (hand.version() != null) {
            checkUnchanged(incident, hand.version());
        }
        return incident;
    }

    /** What was seen still holds. */
    void checkUnchanged(Incident incident, int version) {
        if (incident.version() != version) {
            var last = store.lastChange(incident.id());
            throw Refusal.conflict("incident.refused.changed-meanwhile", last.by(), last.at());
        }
    }
}
