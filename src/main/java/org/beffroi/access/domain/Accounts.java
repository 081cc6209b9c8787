package org.beffroi.access.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opening, closing and guarding accounts. */
@Service
@Transactional
public class Accounts {
    private static final int LONGEST_ADDRESS = 100;

    private final AccountStore store;
    private final PasswordEncoder passwords;
    private final SignInGuard guard;
    private final AuditTrail audit;
    private final Clock clock;

    Accounts(AccountStore store, PasswordEncoder passwords, SignInGuard guard, AuditTrail audit, Clock clock) {
        this.guard = guard;
        this.store = store;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is asked for when an account is opened. */
    public record Opening(
            String email,
            String name,
            String password,
            Set<Role> roles,
            @Nullable String region,
            Set<UUID> structures) {}

    public Account open(Opening opening, Viewer by) {
        return open(opening, FieldErrors.NONE, by);
    }

    /**
     * Whoever opens an account for somebody knows its password: the owner has to change it at the first sign-in.
     *
     * @param before what could not be read of it
     */
    public Account open(Opening opening, FieldErrors before, Viewer by) {
        check(opening, before).throwIfAny();
        var account = new Account(
                UuidCreator.getTimeOrderedEpoch(),
                opening.email().strip().toLowerCase(Locale.ROOT),
                opening.name().strip(),
                String.valueOf(passwords.encode(opening.password())),
                opening.roles(),
                opening.region(),
                opening.structures(),
                true,
                by.account() != null,
                0);
        store.insert(account, clock.instant());
        audit.record(by, "account.open", "account", account.id());
        return account;
    }

    private FieldErrors check(Opening opening, FieldErrors before) {
        var errors = checkEmail(opening, before);
        errors = PasswordRules.check(opening.password(), errors);
        errors = checkRights(opening.roles(), opening.region(), opening.structures(), errors);
        return checkName(opening.name(), errors);
    }

    private static FieldErrors checkName(String name, FieldErrors errors) {
        return name.isBlank() || name.chars().anyMatch(Character::isISOControl)
                ? errors.and("name", "access.error.name")
                : errors;
    }

    private FieldErrors checkEmail(Opening opening, FieldErrors errors) {
        var email = opening.email().strip();
        if (!email.contains("@") || email.length() > LONGEST_ADDRESS) {
            return errors.and("email", "access.error.email");
        }
        return store.byEmail(email).isPresent() ? errors.and("email", "access.error.email-taken") : errors;
    }

    /** What was not understood is not said to be missing as well. */
    static FieldErrors checkRights(Set<Role> roles, @Nullable String region, Set<UUID> structures, FieldErrors before) {
        var errors = before;
        if (roles.isEmpty() && before.of("roles").isEmpty()) {
            errors = errors.and("roles", "access.error.roles");
        }
        if (roles.contains(Role.AGENCY) && region == null) {
            errors = errors.and("region", "access.error.region");
        }
        if (roles.contains(Role.DECLARANT)
                && structures.isEmpty()
                && before.of("structures").isEmpty()) {
            errors = errors.and("structures", "access.error.structures");
        }
        return errors;
    }

    /**
     * What an administrator may change of an account; its open sessions see it at their next request.
     *
     * @param seen what the account was when that was decided ({@link Account#seen}); empty when it does not matter
     */
    public record Change(
            String name,
            Set<Role> roles,
            @Nullable String region,
            Set<UUID> structures,
            boolean enabled,
            String seen) {}

    /** @param before what could not be read of it */
    public Account change(UUID id, Change change, FieldErrors before, Viewer by) {
        store.lock(id);
        var account = require(id);
        if (!change.seen().isEmpty() && !change.seen().equals(account.seen())) {
            throw Refusal.conflict("access.error.changed-meanwhile");
        }
        if (id.equals(by.account()) && (!change.enabled() || !change.roles().contains(Role.ADMIN))) {
            throw Refusal.conflict("access.error.own-account");
        }
        checkName(change.name(), checkRights(change.roles(), change.region(), change.structures(), before))
                .throwIfAny();
        var changed = new Account(
                id,
                account.email(),
                change.name().strip(),
                account.passwordHash(),
                change.roles(),
                change.region(),
                change.structures(),
                change.enabled(),
                account.mustChangePassword(),
                account.generation());
        store.change(changed);
        audit.record(by, "account.change", "account", id);
        return changed;
    }

    /** @throws Refusal when there is none */
    @Transactional(readOnly = true)
    public Account require(UUID id) {
        return store.byId(id).orElseThrow(() -> Refusal.notFound("access.error.no-account"));
    }

    @Transactional(readOnly = true)
    public Optional<Account> byId(UUID id) {
        return store.byId(id);
    }

    public void enable(UUID account, boolean enabled, Viewer by) {
        if (account.equals(by.account()) && !enabled) {
            throw Refusal.conflict("access.error.own-account");
        }
        require(account);
        store.enable(account, enabled);
        audit.record(by, enabled ? "account.enable" : "account.disable", "account", account);
    }

    public void give(UUID account, UUID structure) {
        store.give(account, structure);
    }

    @Transactional(readOnly = true)
    public Optional<Account> byEmail(String email) {
        return store.byEmail(email);
    }

    @Transactional(readOnly = true)
    public List<Account> all() {
        return store.all();
    }

    @Transactional(readOnly = true)
    public Optional<Viewer> viewer(UUID account) {
        return store.byId(account).filter(Account::enabled).map(Account::viewer);
    }

    /** @param address from where, as {@link org.beffroi.access.ClientAddress} says it */
    public void signedIn(UUID id, String address) {
        store.byId(id).ifPresent(account -> {
            guard.succeeded(id, account.email(), address);
            audit.record(account.viewer(), "account.sign-in", "account", id);
        });
    }
}
