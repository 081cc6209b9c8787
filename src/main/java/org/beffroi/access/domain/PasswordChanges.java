package org.beffroi.access.domain;

import java.util.UUID;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.ClientAddress;
import org.beffroi.access.Viewer;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** New passwords, by their owner or by the administrator. Every session that began under the old one is over. */
@Service
@Transactional(noRollbackFor = FieldErrors.Invalid.class)
public class PasswordChanges {
    private final AccountStore store;
    private final PasswordEncoder passwords;
    private final SignInGuard guard;
    private final AuditTrail audit;

    PasswordChanges(AccountStore store, PasswordEncoder passwords, SignInGuard guard, AuditTrail audit) {
        this.store = store;
        this.passwords = passwords;
        this.guard = guard;
        this.audit = audit;
    }

    /**
     * By its owner. A wrong present password counts like one at sign-in, for an open session may be somebody else's.
     *
     * @return the account as it is now
     */
    public Account own(Viewer by, String present, String password) {
        var id = by.account();
        var account = (id == null ? java.util.Optional.<Account>empty() : store.byId(id))
                .orElseThrow(() -> Refusal.conflict("access.error.no-password"));
        var address = ClientAddress.current();
        if (guard.isShut(account.email(), address)) {
            throw Refusal.conflict("access.error.shut");
        }
        var right = passwords.matches(present, account.passwordHash());
        if (!right) {
            guard.failed(account.email(), address);
        }
        var errors = right ? FieldErrors.NONE : FieldErrors.NONE.and("present", "access.error.present");
        errors = PasswordRules.check(password, errors);
        if (errors.isEmpty() && password.equals(present)) {
            errors = errors.and("password", "access.error.same-password");
        }
        errors.throwIfAny();
        return change(account, password, false, by);
    }

    /** By the administrator, who knows it then: the owner has to change it at the next sign-in. */
    public void handOver(UUID id, String password, Viewer by) {
        var account = store.byId(id).orElseThrow(() -> Refusal.notFound("access.error.no-account"));
        if (id.equals(by.account())) {
            throw Refusal.conflict("access.error.own-password");
        }
        PasswordRules.check(password, FieldErrors.NONE).throwIfAny();
        change(account, password, true, by);
    }

    private Account change(Account account, String password, boolean handedOver, Viewer by) {
        store.password(account.id(), String.valueOf(passwords.encode(password)), handedOver);
        audit.record(
                by, handedOver ? "account.hand-over-password" : "account.change-password", "account", account.id());
        return store.byId(account.id()).orElseThrow();
    }
}
