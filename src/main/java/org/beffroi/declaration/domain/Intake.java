package org.beffroi.declaration.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.DeclarationReceived;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Stated;
import org.beffroi.declaration.StructureSnapshot;
import org.beffroi.declaration.Submission;
import org.beffroi.shared.Paris;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a declaration in: read, kept, recorded and followed, in one transaction. Only then is it acknowledged. */
@Component
class Intake {
    private static final String GUEST = "guest";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,100}");

    private final DeclarationStore store;
    private final DeclarationForm form;
    private final SheetShelf shelf;
    private final Following following;
    private final Ledger ledger;

    Intake(DeclarationStore store, DeclarationForm form, SheetShelf shelf, Following following, Ledger ledger) {
        this.store = store;
        this.form = form;
        this.shelf = shelf;
        this.following = following;
        this.ledger = ledger;
    }

    /**
     * @param also what is kept with it, in the same transaction; not asked when the same was received before
     * @throws org.beffroi.declaration.NotFollowed when it can be taken, but only if what follows is done later
     */
    @Transactional
    Receipt take(Submission submission, Viewer by, Following.When when, Consumer<UUID> also) {
        if (!KEY.matcher(submission.idempotencyKey()).matches()) {
            throw Refusal.invalid("declaration.error.idempotency-key");
        }
        var now = ledger.now();
        var declaredAt = Objects.requireNonNullElse(submission.declaredAt(), now);
        var read = form.read(submission, declaredAt);
        read.errors().throwIfAny();
        var fresh = fresh(submission, read, declaredAt, now, by);
        var number = store.insert(fresh);
        if (number.isEmpty()) {
            return repeated(fresh, by);
        }
        also.accept(fresh.id());
        var reference = new PublicReference(
                fresh.year(), number.getAsLong(), fresh.world().isRehearsal());
        following.of(
                new DeclarationReceived(
                        fresh.id(),
                        reference,
                        fresh.world(),
                        declaredAt,
                        fresh.channel(),
                        fresh.verified(),
                        fresh.structure(),
                        Stated.of(fresh.answers())),
                when);
        if (by.account() != null) {
            ledger.audit(by, "submit", fresh.id());
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
                hash(submission),
                account,
                submission.source(),
                comesFromTheStructure(submission, read.structure(), by),
                form.questionnaire().edition(),
                read.answers(),
                read.structure());
    }

    /** The same words said in a rehearsal and in earnest are not the same declaration. */
    private String hash(Submission submission) {
        var hash = form.hash(submission.answers());
        return submission.world().isRehearsal() ? hash + ":" + submission.world() : hash;
    }

    /** An import was verified where it comes from; an account speaks for its structures, and for no other. */
    private static boolean comesFromTheStructure(Submission submission, StructureSnapshot structure, Viewer by) {
        return submission.channel().equals("IMPORT") || DeclarationDesk.speaksFor(structure, by);
    }

    private Receipt repeated(DeclarationStore.New again, Viewer by) {
        var earlier = store.byKey(again.client(), again.idempotencyKey());
        var row = store.newest(earlier.id()).orElseThrow();
        if (!earlier.bodyHash().equals(again.bodyHash())) {
            // Guests share their keys, and may come upon another's: that one's number is not theirs to know.
            throw by.account() == null
                    ? Refusal.conflict("declaration.error.key-used-by-guest")
                    : Refusal.conflict(
                            "declaration.error.key-used", row.reference().toString());
        }
        return new Receipt(row.id(), row.reference(), row.declaredAt(), row.verified(), token(row.id(), by), true);
    }

    private @Nullable String token(UUID declaration, Viewer by) {
        return by.signedIn() ? null : shelf.token(declaration);
    }
}
