package org.beffroi.declaration.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.DeclarationAmended;
import org.beffroi.declaration.DeclarationReceived;
import org.beffroi.declaration.DeclarationVerified;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Sheet;
import org.beffroi.declaration.Stated;
import org.beffroi.declaration.StructureSnapshot;
import org.beffroi.declaration.Submission;
import org.beffroi.shared.Paris;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes declarations in, lets them grow, and shows them to those who may see them. */
@Service
@Transactional
public class DeclarationDesk implements Declarations {
    private static final String NOT_FOUND = "declaration.error.not-found";
    private static final String GUEST = "guest";
    private static final String SUBJECT = "declaration";

    private final DeclarationStore store;
    private final DeclarationForm form;
    private final SheetShelf shelf;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeclarationDesk(
            DeclarationStore store,
            DeclarationForm form,
            SheetShelf shelf,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.form = form;
        this.shelf = shelf;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Receipt submit(Submission submission, Viewer by) {
        var key = submission.idempotencyKey();
        if (!key.matches("[\\x21-\\x7e]{8,100}")) {
            throw Refusal.invalid("declaration.error.idempotency-key");
        }
        var now = clock.instant();
        var declaredAt = Objects.requireNonNullElse(submission.declaredAt(), now);
        var read = form.read(submission, declaredAt);
        read.errors().throwIfAny();
        var fresh = fresh(submission, read, declaredAt, now, by);
        var number = store.insert(fresh);
        if (number.isEmpty()) {
            return repeated(fresh, by);
        }
        var reference = new PublicReference(fresh.year(), number.getAsLong());
        events.publishEvent(new DeclarationReceived(
                fresh.id(),
                reference,
                fresh.world(),
                declaredAt,
                fresh.channel(),
                fresh.verified(),
                fresh.structure(),
                Stated.of(fresh.answers())));
        if (by.account() != null) {
            audit.record(by, "declaration.submit", SUBJECT, fresh.id());
        }
        return new Receipt(fresh.id(), reference, declaredAt, fresh.verified(), token(fresh.id(), by), false);
    }

    private DeclarationStore.New fresh(
            Submission submission, DeclarationForm.Read read, Instant declaredAt, Instant now, Viewer by) {
        var account = by.account();
        return new DeclarationStore.New(
                UuidCreator.getTimeOrderedEpoch(),
                declaredAt.atZone(Paris.ZONE).getYear(),
                submission.world(),
                submission.channel(),
                declaredAt,
                now,
                account == null ? GUEST : account.toString(),
                submission.idempotencyKey(),
                form.hash(submission.answers()),
                account,
                submission.source(),
                comesFromTheStructure(submission, read.structure(), by),
                form.questionnaire().edition(),
                read.answers(),
                read.structure());
    }

    /** An import was verified where it comes from; an account speaks for its structures, and for no other. */
    private static boolean comesFromTheStructure(Submission submission, StructureSnapshot structure, Viewer by) {
        return submission.channel().equals("IMPORT") || speaksFor(structure, by);
    }

    /** Whether the viewer's own word is the structure's. */
    public static boolean speaksFor(StructureSnapshot structure, Viewer viewer) {
        return viewer.is(Role.DECLARANT)
                && structure.id() != null
                && viewer.scope().structures().contains(structure.id());
    }

    private Receipt repeated(DeclarationStore.New again, Viewer by) {
        var earlier = store.byKey(again.client(), again.idempotencyKey());
        var row = store.newest(earlier.id()).orElseThrow();
        if (!earlier.bodyHash().equals(again.bodyHash())) {
            throw Refusal.conflict("declaration.error.key-used", row.reference().toString());
        }
        return new Receipt(row.id(), row.reference(), row.declaredAt(), row.verified(), token(row.id(), by), true);
    }

    private @org.jspecify.annotations.Nullable String token(UUID declaration, Viewer by) {
        return by.signedIn() ? null : shelf.token(declaration);
    }

    @Override
    public void amend(UUID declaration, Answers answers, int basedOn, Viewer by) {
        seenBy(declaration, by);
        addVersion(declaration, answers, basedOn, by);
        audit.record(by, "declaration.amend", SUBJECT, declaration);
    }

    /** A guest adds to the declaration whose secret link is held. */
    public void amendByLink(String token, Answers answers, int basedOn) {
        var known = followed(token);
        if (known.version() < known.versions()) {
            throw Refusal.conflict("declaration.error.taken-over");
        }
        addVersion(known.declaration(), answers, basedOn, Viewer.guest());
    }

    private void addVersion(UUID declaration, Answers answers, int basedOn, Viewer by) {
        var before = store.lock(declaration).orElseThrow(() -> Refusal.notFound(NOT_FOUND));
        if (before.versions() != basedOn) {
            throw Refusal.conflict("declaration.error.changed-meanwhile", before.versions());
        }
        var read = form.readAgain(answers, before, clock.instant());
        read.errors().throwIfAny();
        if (!read.answers().equals(before.answers())) {
            write(before, read.answers(), read.structure(), by);
        }
    }

    private void write(DeclarationRow before, Answers answers, StructureSnapshot structure, Viewer by) {
        var now = clock.instant();
        var version = store.addVersion(new DeclarationStore.Addition(
                before.id(), by.account(), now, form.questionnaire().edition(), answers, structure));
        events.publishEvent(new DeclarationAmended(
                before.id(), before.reference(), before.world(), now, version, structure, Stated.of(answers)));
    }

    @Override
    public void verify(UUID declaration, DeclarationVerified.How how, Viewer by) {
        verify(declaration, how, "", by);
    }

    /**
     * @param finess which structure it is, where the declarant's was not found in the directory; blank when that is known
     */
    public void verify(UUID declaration, DeclarationVerified.How how, String finess, Viewer by) {
        var row = seenBy(declaration, by);
        if (how == DeclarationVerified.How.CONFIRMED && !speaksFor(row.structure(), by)) {
            throw Refusal.conflict("declaration.error.not-yours-to-confirm");
        }
        var structure = finess.isBlank() || row.structure().id() != null ? row.structure() : named(finess);
        var now = clock.instant();
        if (store.verify(declaration, now, by.account(), how.name())) {
            if (!row.isOf(structure.id())) {
                var answers = row.answers().with("structure", finess.replaceAll("\\s", ""));
                write(store.lock(declaration).orElseThrow(), answers, structure, by);
            }
            events.publishEvent(
                    new DeclarationVerified(declaration, row.reference(), row.world(), now, how, structure, by.name()));
            audit.record(by, "declaration.verify", SUBJECT, declaration);
        }
    }

    private StructureSnapshot named(String finess) {
        return form.structure(finess)
                .map(StructureSnapshot::of)
                .orElseThrow(() -> Refusal.invalid("declaration.error.unknown-finess", finess));
    }

    private DeclarationRow seenBy(UUID declaration, Viewer viewer) {
        return store.newest(List.of(declaration), viewer).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(NOT_FOUND));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Sheet> sheet(UUID declaration, Viewer viewer) {
        return sheets(List.of(declaration), viewer).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Sheet> sheets(List<UUID> declarations, Viewer viewer) {
        return shelf.sheets(declarations, viewer);
    }

    /** The declaration with this number, for reading: the audit trail knows who did. */
    public Sheet open(PublicReference reference, Viewer viewer) {
        var sheet = store.find(reference, viewer)
                .flatMap(declaration -> sheet(declaration, viewer))
                .orElseThrow(() -> Refusal.notFound(NOT_FOUND));
        audit.record(viewer, "declaration.read", SUBJECT, sheet.declaration());
        return sheet;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UUID> find(PublicReference reference, Viewer viewer) {
        return store.find(reference, viewer);
    }

    /** What the viewer declared, or may see, the latest first. */
    @Transactional(readOnly = true)
    public List<Sheet> latest(Viewer viewer, int limit, int offset) {
        return shelf.latest(viewer, limit, offset);
    }

    /** The declaration whose secret link this is. */
    @Transactional(readOnly = true)
    public Sheet followed(String token) {
        return shelf.followed(token);
    }
}
