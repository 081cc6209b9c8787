package org.beffroi.incident.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;
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
    private final CodeCheck codes;
    private final Objections objections;
    private final Access access;
    private final Book book;
    private final Hands hands;

    IncidentDesk(
            IncidentStore store,
            DeclaredRows declared,
            CodeCheck codes,
            Objections objections,
            Access access,
            Book book) {
        this.store = store;
        this.declared = declared;
        this.codes = codes;
        this.objections = objections;
        this.access = access;
        this.book = book;
        this.hands = new Hands(store, book);
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
        declared.verified(event.declaration(), event.how().name(), event.by());
        change(event.declaration(), known -> known.verified(event));
    }

    /** @param since when it is not confirmed; null: it holds */
    public void withdraw(UUID declaration, @Nullable Instant since) {
        change(declaration, known -> known.withdrawn(since));
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
        var head = holdHead(signal.incident());
        if (store.signal(signal)) {
            store.save(head, book.now(BEFFROI));
        }
    }

    /** Between the look and the hold it may be joined to another incident, or taken out of one. */
    private Incident holdHead(UUID id) {
        for (int moves = 0; moves < MOST_MOVES; moves++) {
            var head = store.hold(store.headOf(id));
            if (head.id().equals(store.headOf(id))) {
                return head;
            }
        }
        throw new IllegalStateException("incident %s moves faster than it is held".formatted(id));
    }

    public void take(Hand hand) {
        hands.change(hand, "take", (incident, who) -> book.publish(incident.take(who)));
    }

    /** Where nobody has it in hand; otherwise it stays as it is. */
    public void takeIfFree(Hand hand) {
        if (hands.hold(hand).status() == Status.WAITING) {
            take(hand);
        }
    }

    /** @param email of a colleague's account */
    public void assign(Hand hand, String email) {
        var assignee = access.viewerByEmail(email.strip()).filter(Viewer::atTheDesk);
        if (assignee.isEmpty()) {
            FieldErrors.NONE.and("assignee", "incident.error.assignee").throwIfAny();
        }
        hands.change(hand, "assign", (incident, who) -> book.publish(incident.assign(assignee.orElseThrow(), who)));
    }

    public void triage(Hand hand, Assessment assessment) {
        codes.faults(assessment).throwIfAny();
        hands.change(hand, "triage", (incident, who) -> book.publish(incident.triage(assessment, who)));
    }

    public void resolve(Hand hand, Instant resolvedAt) {
        hands.change(hand, "resolve", (incident, who) -> book.publish(incident.resolve(resolvedAt, who)));
    }

    public void close(Hand hand, Conclusion conclusion) {
        codes.faults(conclusion).throwIfAny();
        hands.change(hand, "close", (incident, who) -> {
            var closed = incident.close(conclusion, who);
            store.family(incident.id()).forEach(objections::check);
            book.publish(closed);
        });
    }

    public void reopen(Hand hand, String reason) {
        checkLength("reason", reason);
        hands.change(hand, "reopen", (incident, who) -> book.publish(incident.reopen(reason, who)));
    }

    /** A note takes nothing away from anybody: it needs no version. */
    public void note(UUID id, String text, Viewer by) {
        if (text.isBlank()) {
            FieldErrors.NONE.and("text", "incident.error.note").throwIfAny();
        }
        checkLength("text", text);
        hands.hold(Hand.on(id, by)).note();
        store.note(id, text.strip(), book.now(by));
        book.audit(by, "note", id);
    }

    static void checkLength(String field, @Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            FieldErrors.NONE.and(field, "incident.error.too-long", LONGEST_TEXT).throwIfAny();
        }
    }
}
