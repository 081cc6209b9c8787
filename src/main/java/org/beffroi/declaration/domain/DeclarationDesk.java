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
        return new Receipt(fresh.id(), reference, declaredAt, fresh.verified(), token(fresh.id(), by), false);
    }

    private DeclarationStore.New fresh(
            Submission submission, DeclarationForm.Read read, Instant declaredAt, Instant now, Viewer by) {
        var account = by.account();
        return new DeclarationStore.New(
                UuidCreator.getTimeOrderedEpoch(),
                declaredAt.atZone(AnswerReader.DEFAULT_ZONE).getYear(),
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

    /** An import was verified where it comes from; a declarant's account speaks for its structures, and for no other. */
    private static boolean comesFromTheStructure(Submission submission, StructureSnapshot structure, Viewer by) {
        var speaksFor = by.is(Role.DECLARANT)
                && structure.id() != null
                && by.scope().structures().contains(structure.id());
        return submission.channel().equals("IMPORT") || speaksFor;
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
    public void amend(UUID declaration, Answers answers, Viewer by) {
        seenBy(declaration, by);
        addVersion(declaration, answers, by);
    }

    /** A guest adds to the declaration whose secret link is held. */
    public void amendByLink(String token, Answers answers) {
        addVersion(followed(token).declaration(), answers, Viewer.guest());
    }

    private void addVersion(UUID declaration, Answers answers, Viewer by) {
        var now = clock.instant();
        var before = store.lock(declaration).orElseThrow(() -> Refusal.notFound(NOT_FOUND));
        var read = form.readAgain(answers, before, now);
        read.errors().throwIfAny();
        if (read.answers().equals(before.answers())) {
            return;
        }
        var after = new DeclarationRow(
                before.id(),
                before.reference(),
                before.world(),
                before.channel(),
                before.declaredAt(),
                before.account(),
                before.versions(),
                before.verified(),
                before.version(),
                now,
                read.answers(),
                read.structure());
        var version = store.addVersion(
                after, declaration, by.account(), now, form.questionnaire().edition());
        events.publishEvent(new DeclarationAmended(
                declaration,
                before.reference(),
                before.world(),
                now,
                version,
                read.structure(),
                Stated.of(read.answers())));
    }

    @Override
    public void verify(UUID declaration, DeclarationVerified.How how, Viewer by) {
        var row = seenBy(declaration, by);
        var now = clock.instant();
        if (store.verify(declaration, now, by.account(), how.name())) {
            events.publishEvent(
                    new DeclarationVerified(declaration, row.reference(), row.world(), now, how, row.structure()));
            audit.record(by, "declaration.verify", "declaration", declaration);
        }
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
