package org.beffroi.declaration.domain;

import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Author;
import org.beffroi.declaration.DeclarationRestored;
import org.beffroi.declaration.DeclarationWithdrawn;
import org.beffroi.declaration.Sheet;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Refusal;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * It was no incident after all: whoever declared says so, or the desk on their word; and takes it back, if it was one. The declaration stays, with
 * all that was said.
 */
@Service
@Transactional
public class Withdrawals {
    static final int LONGEST = 2000;
    private static final String VOCABULARY = "withdrawal-reason";

    private final WithdrawalStore store;
    private final DeclarationDesk desk;
    private final Taxonomy taxonomy;
    private final Ledger ledger;

    Withdrawals(WithdrawalStore store, DeclarationDesk desk, Taxonomy taxonomy, Ledger ledger) {
        this.store = store;
        this.desk = desk;
        this.taxonomy = taxonomy;
        this.ledger = ledger;
    }

    /** @param reader who at the desk it was is for colleagues */
    @Transactional(readOnly = true)
    public Optional<Withdrawal> of(UUID declaration, Viewer reader) {
        return store.live(declaration)
                .map(known -> known.author() == Author.DESK && !reader.atTheDesk()
                        ? new Withdrawal(known.reason(), known.words(), known.at(), known.author(), null)
                        : known);
    }

    /** Whether this reader may withdraw it and take that back. An agency reads only; whoever has lost the link to an account as well. */
    public boolean may(Sheet sheet, Viewer reader) {
        return reader.signedIn()
                ? reader.is(Role.DECLARANT, Role.ANALYST, Role.LEAD)
                : sheet.version() == sheet.versions();
    }

    /** Twice does no harm. */
    public void withdraw(String typed, String reason, String words, Viewer by) {
        withdraw(find(typed, by), reason, words, by);
    }

    public void withdrawByLink(String token, String reason, String words) {
        withdraw(desk.followed(token), reason, words, Viewer.guest());
    }

    public void restore(String typed, Viewer by) {
        restore(find(typed, by), by);
    }

    public void restoreByLink(String token) {
        restore(desk.followed(token), Viewer.guest());
    }

    private Sheet find(String typed, Viewer viewer) {
        return PublicReference.parse(typed)
                .flatMap(reference -> desk.find(reference, viewer))
                .flatMap(declaration -> desk.sheet(declaration, viewer))
                .orElseThrow(() -> Refusal.notFound("declaration.error.not-found"));
    }

    private void check(Sheet sheet, Viewer by) {
        if (!may(sheet, by)) {
            throw Refusal.conflict("declaration.error.taken-over");
        }
    }

    private void withdraw(Sheet sheet, String reason, String words, Viewer by) {
        check(sheet, by);
        if (taxonomy.vocabulary(VOCABULARY).term(reason).isEmpty()) {
            throw Refusal.invalid("declaration.error.withdrawal-reason");
        }
        var said = CleanText.of(words).orElse("");
        if (said.length() > LONGEST) {
            throw Refusal.invalid("declaration.error.withdrawal-long", LONGEST, said.length());
        }
        var now = ledger.now();
        if (store.add(sheet.declaration(), new Withdrawal(reason, said, now, author(by), null), by)) {
            ledger.publish(
                    new DeclarationWithdrawn(sheet.declaration(), sheet.reference(), sheet.world(), now, reason));
            ledger.audit(by, "withdraw", sheet.declaration());
        }
    }

    private static Author author(Viewer by) {
        return by.account() == null && !by.signedIn() ? Author.GUEST : by.atTheDesk() ? Author.DESK : Author.ACCOUNT;
    }

    private void restore(Sheet sheet, Viewer by) {
        check(sheet, by);
        var now = ledger.now();
        if (store.end(sheet.declaration(), now, by)) {
            ledger.publish(new DeclarationRestored(sheet.declaration(), sheet.reference(), sheet.world(), now));
            ledger.audit(by, "restore", sheet.declaration());
        }
    }
}
