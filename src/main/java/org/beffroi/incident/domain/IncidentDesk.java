package org.beffroi.incident.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.beffroi.access.Access;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.DeclarationAmended;
import org.beffroi.declaration.DeclarationVerified;
import org.beffroi.incident.Assessment;
import org.beffroi.incident.Conclusion;
import org.beffroi.incident.IncidentOpened;
import org.beffroi.incident.SeveritySignal;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the desk does with an incident: one transaction each, with its event and its line in the audit trail. */
@Service
@Transactional
public class IncidentDesk {
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_MOVES = 5;
    private static final Viewer BEFFROI = Viewer.system("Beffroi");

    private final IncidentStore store;
    private final DeclaredRows declared;
    private final Codes codes;
    private final Objections objections;
    private final Access access;
    private final Book book;

    IncidentDesk(
            IncidentStore store, DeclaredRows declared, Codes codes, Objections objections, Access access, Book book) {
        this.store = store;
        this.declared = declared;
        this.codes = codes;
        this.objections = objections;
        this.access = access;
        this.book = book;
    }

    /**
     * Which incident, and as whom.
     *
     * @param version the one that was seen; null: whatever it is now
     */
    public record Hand(UUID incident, @Nullable Integer version, Viewer by) {
        public static Hand on(UUID incident, Viewer by) {
            return new Hand(incident, null, by);
        }
    }

    /** Opens an incident for a declaration; twice does no harm. */
    public UUID openFor(World world, Declared first) {
        var id = UuidCreator.getTimeOrderedEpoch();
        if (!store.open(id, world, first)) {
            return store.ofDeclaration(first.declaration()).orElseThrow();
        }
        book.publish(new IncidentOpened(id, first.reference(), world, first.declaration(), first.declaredAt()));
        return id;
    }

    /** Takes in a newer version. Events may come twice, and the later one first. */
    public void amend(DeclarationAmended event) {
        declared.amended(event.declaration(), event.version(), event.amendedAt());
        change(event.declaration(), known -> known.version() < event.version() ? known.amended(event) : known);
    }

    public void verify(DeclarationVerified event) {
        change(event.declaration(), known -> known.verified(event));
    }

    private void change(UUID declaration, UnaryOperator<Declared> change) {
        var incident = holdWith(declaration);
        var now = change.apply(incident.declared(declaration).orElseThrow());
        incident.amend(now);
        declared.update(now);
        store.saveUrgency(incident);
    }

    /** Between the look and the hold a join may move the declaration: then it is looked for again. */
    private Incident holdWith(UUID declaration) {
        for (int moves = 0; moves < MOST_MOVES; moves++) {
            var incident = store.hold(store.ofDeclaration(declaration).orElseThrow());
            if (incident.declared(declaration).isPresent()) {
                return incident;
            }
        }
        throw new IllegalStateException("declaration %s moves faster than it is held".formatted(declaration));
    }

    /** A later module found out that it is graver than was known. Twice does no harm. */
    public void signal(SeveritySignal signal) {
        var incident = holdOngoing(signal.incident());
        if (store.signal(incident.id(), signal)) {
            store.save(incident, book.now(BEFFROI));
        }
    }

    private Incident holdOngoing(UUID id) {
        var incident = store.hold(id);
        var merger = incident.state().merger();
        return merger == null ? incident : holdOngoing(merger.into());
    }

    public void take(Hand hand) {
        change(hand, "take", (incident, who) -> book.publish(incident.take(who)));
    }

    /** @param email of a colleague's account */
    public void assign(Hand hand, String email) {
        var assignee = access.viewerByEmail(email.strip()).filter(Viewer::atTheDesk);
        if (assignee.isEmpty()) {
            FieldErrors.NONE.and("assignee", "incident.error.assignee").throwIfAny();
        }
        change(hand, "assign", (incident, who) -> book.publish(incident.assign(assignee.orElseThrow(), who)));
    }

    public void triage(Hand hand, Assessment assessment) {
        codes.faults(assessment).throwIfAny();
        change(hand, "triage", (incident, who) -> book.publish(incident.triage(assessment, who)));
    }

    public void resolve(Hand hand, Instant resolvedAt) {
        change(hand, "resolve", (incident, who) -> book.publish(incident.resolve(resolvedAt, who)));
    }

    public void close(Hand hand, Conclusion conclusion) {
        codes.faults(conclusion).throwIfAny();
        change(hand, "close", (incident, who) -> {
            var closed = incident.close(conclusion, who);
            objections.check(incident.id());
            book.publish(closed);
        });
    }

    public void reopen(Hand hand, String reason) {
        checkLength("reason", reason);
        change(hand, "reopen", (incident, who) -> book.publish(incident.reopen(reason, who)));
    }

    /** A note takes nothing away from anybody: it needs no version. */
    public void note(UUID id, String text, Viewer by) {
        if (text.isBlank()) {
            FieldErrors.NONE.and("text", "incident.error.note").throwIfAny();
        }
        checkLength("text", text);
        var incident = hold(Hand.on(id, by));
        incident.note();
        store.note(id, text.strip(), book.now(by));
        book.audit(by, "note", id);
    }

    /** @param declaration any but the incident's own */
    public void join(Hand hand, UUID declaration) {
        var from = store.ofDeclaration(declaration).orElseThrow(() -> Refusal.notFound("incident.refused.unknown"));
        // Always in the same order: two analysts who join two incidents crosswise must not wait for each other.
        if (from.compareTo(hand.incident()) < 0) {
            store.hold(from);
        }
        change(hand, "join", (incident, who) -> join(incident, store.hold(from), declaration, who));
    }

    private void join(Incident incident, Incident other, UUID declaration, Who who) {
        var asked = other.declared(declaration).orElseThrow(() -> Refusal.notFound("incident.refused.unknown"));
        for (var joined : incident.join(other, asked, who)) {
            declared.move(joined.declaration(), other.id(), incident.id(), who);
            book.publish(joined);
        }
        if (other.emptied()) {
            book.publish(other.merge(incident, who));
            store.moveSignals(other.id(), incident.id());
        }
        store.save(other, who);
    }

    private void change(Hand hand, String action, BiConsumer<Incident, Who> work) {
        var incident = hold(hand);
        var who = book.now(hand.by());
        work.accept(incident, who);
        store.save(incident, who);
        book.audit(hand.by(), action, incident.id());
    }

    private Incident hold(Hand hand) {
        if (!hand.by().atTheDesk()) {
            throw Refusal.notFound("incident.refused.unknown");
        }
        var incident = store.hold(hand.incident());
        if (hand.version() != null && incident.version() != hand.version()) {
            var last = store.lastChange(incident.id());
            throw Refusal.conflict("incident.refused.changed-meanwhile", last.by(), Moments.said(last.at()));
        }
        return incident;
    }

    private static void checkLength(String field, String text) {
        if (text.length() > LONGEST_TEXT) {
            FieldErrors.NONE.and(field, "incident.error.too-long", LONGEST_TEXT).throwIfAny();
        }
    }
}
