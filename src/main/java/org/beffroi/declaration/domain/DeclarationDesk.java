package org.beffroi.declaration.domain;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Author;
import org.beffroi.declaration.DeclarationAmended;
import org.beffroi.declaration.DeclarationVerified;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.NotFollowed;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Said;
import org.beffroi.declaration.Sheet;
import org.beffroi.declaration.Stated;
import org.beffroi.declaration.StructureSnapshot;
import org.beffroi.declaration.Submission;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes declarations in, lets them grow, and shows them to those who may see them. */
@Service
@Transactional
public class DeclarationDesk implements Declarations {
    private static final Logger LOG = LoggerFactory.getLogger(DeclarationDesk.class);
    private static final String NOT_FOUND = "declaration.error.not-found";

    private final Intake intake;
    private final DeclarationStore store;
    private final DeclarationForm form;
    private final SheetShelf shelf;
    private final Ledger ledger;

    DeclarationDesk(Intake intake, DeclarationStore store, DeclarationForm form, SheetShelf shelf, Ledger ledger) {
        this.intake = intake;
        this.store = store;
        this.form = form;
        this.shelf = shelf;
        this.ledger = ledger;
    }

    /** Without a savepoint, which would cost each declaration two round trips for what hardly ever happens: twice, if need be. */
    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Receipt submit(Submission submission, Viewer by) {
        return submit(submission, by, declaration -> {});
    }

    /** @param sentAt when «send» was pressed, if it then waited for a network (ISO 8601); blank: now */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Receipt submit(Submission submission, String sentAt, Viewer by) {
        return submit(submission.at(SentAt.believed(sentAt, ledger.now())), by);
    }

    /** @param also what is kept with the declaration, in its transaction: perhaps asked twice, of two declarations of which one is kept */
    @Transactional(propagation = Propagation.SUPPORTS)
    Receipt submit(Submission submission, Viewer by, Consumer<UUID> also) {
        try {
            return intake.take(submission, by, Following.When.NOW, also);
        } catch (NotFollowed fault) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                // The caller's, and lost already: only the caller can begin again.
                throw fault;
            }
            LOG.warn("What follows a declaration failed. It is kept alone now, and followed later.", fault.getCause());
            return intake.take(submission, by, Following.When.LATER, also);
        }
    }

    /** Whether the viewer's own word is the structure's. */
    public static boolean speaksFor(StructureSnapshot structure, Viewer viewer) {
        return viewer.is(Role.DECLARANT)
                && structure.id() != null
                && viewer.scope().structures().contains(structure.id());
    }

    @Override
    public void amend(UUID declaration, Answers answers, int basedOn, Viewer by) {
        addVersion(locked(declaration, by), answers, basedOn, by);
        ledger.audit(by, "amend", declaration);
    }

    /** A guest adds to the declaration whose secret link is held. */
    public void amendByLink(String token, Answers answers, int basedOn) {
        var before = store.lock(followed(token).declaration()).orElseThrow(() -> Refusal.notFound(NOT_FOUND));
        if (followed(token).version() < before.versions()) {
            throw Refusal.conflict("declaration.error.taken-over");
        }
        addVersion(before, answers, basedOn, Viewer.guest());
    }

    private void addVersion(DeclarationRow before, Answers answers, int basedOn, Viewer by) {
        if (before.versions() != basedOn) {
            throw Refusal.conflict("declaration.error.changed-meanwhile", before.versions());
        }
        var read = form.readAgain(answers, before, ledger.now());
        read.errors().throwIfAny();
        if (!read.answers().equals(before.answers())) {
            write(before, read.answers(), read.structure(), by);
        }
    }

    private void write(DeclarationRow before, Answers answers, StructureSnapshot structure, Viewer by) {
        var now = ledger.now();
        var version = store.addVersion(new DeclarationStore.Addition(
                before.id(),
                by.account(),
                writesAs(by),
                now,
                form.questionnaire().edition(),
                answers,
                structure));
        ledger.publish(new DeclarationAmended(
                before.id(), before.reference(), before.world(), now, version, structure, Stated.of(answers)));
    }

    private static @org.jspecify.annotations.Nullable Author writesAs(Viewer by) {
        return by.account() == null ? null : by.atTheDesk() ? Author.DESK : Author.ACCOUNT;
    }

    @Override
    public void verify(UUID declaration, DeclarationVerified.How how, Viewer by) {
        verify(declaration, how, "", by);
    }

    /**
     * @param finess which structure it is, where the declarant's was not found in the directory; blank when that is known
     */
    public void verify(UUID declaration, DeclarationVerified.How how, String finess, Viewer by) {
        var row = locked(declaration, by);
        if (how == DeclarationVerified.How.CONFIRMED && !speaksFor(row.structure(), by)) {
            throw Refusal.conflict("declaration.error.not-yours-to-confirm");
        }
        var structure = finess.isBlank() || row.structure().id() != null ? row.structure() : named(finess);
        var now = ledger.now();
        if (store.verify(declaration, now, by.account(), how.name())) {
            if (!row.isOf(structure.id())) {
                var known = Objects.requireNonNullElse(structure.finess(), String.valueOf(structure.id()));
                write(row, row.answers().with("structure", known), structure, by);
            }
            ledger.publish(
                    new DeclarationVerified(declaration, row.reference(), row.world(), now, how, structure, by.name()));
            ledger.audit(by, "verify", declaration);
        }
    }

    private StructureSnapshot named(String finess) {
        return form.structure(finess)
                .map(StructureSnapshot::of)
                .orElseThrow(() -> Refusal.invalid("declaration.error.unknown-finess", finess));
    }

    /** What may be seen is asked only then: whoever held it until now may have taken it away. */
    private DeclarationRow locked(UUID declaration, Viewer viewer) {
        store.lock(declaration);
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
    public boolean isWithdrawn(UUID declaration) {
        return shelf.isWithdrawn(declaration);
    }

    /** The declaration with this number, for reading: the audit trail knows who did. */
    public Sheet open(PublicReference reference, Viewer viewer) {
        var sheet = store.find(reference, viewer)
                .flatMap(declaration -> sheet(declaration, viewer))
                .orElseThrow(() -> Refusal.notFound(NOT_FOUND));
        ledger.audit(viewer, "read", sheet.declaration());
        return sheet;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UUID> find(PublicReference reference, Viewer viewer) {
        return store.find(reference, viewer);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Said> said(Collection<UUID> declarations) {
        return shelf.said(declarations);
    }

    /** What the viewer declared, or may see, the latest first. */
    public List<Sheet> latest(Viewer viewer, int limit, int offset) {
        var sheets = shelf.latest(viewer, limit, offset);
        ledger.auditList(viewer, "from %d: %d".formatted(offset + 1L, sheets.size()));
        return sheets;
    }

    /** How many {@link #latest} has. */
    @Transactional(readOnly = true)
    public long count(Viewer viewer) {
        return store.count(viewer);
    }

    @Override
    @Transactional(readOnly = true)
    public Sheet followed(String token) {
        return shelf.followed(token);
    }
}
