package org.beffroi.access.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
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
    static final int PATIENCE = 5;
    private static final Duration LONGEST_LOCK = Duration.ofMinutes(15);
    private static final int SHORTEST_PASSWORD = 12;
    /** What bcrypt takes. */
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private static final int LONGEST_ADDRESS = 100;

    private final AccountStore store;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Clock clock;

    Accounts(AccountStore store, PasswordEncoder passwords, AuditTrail audit, Clock clock) {
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
        check(opening).throwIfAny();
        var account = new Account(
                UuidCreator.getTimeOrderedEpoch(),
                opening.email().strip().toLowerCase(Locale.ROOT),
                opening.name().strip(),
                String.valueOf(passwords.encode(opening.password())),
                opening.roles(),
                opening.region(),
                opening.structures(),
                true,
                null);
        store.insert(account, clock.instant());
        audit.record(by, "account.open", "account", account.id());
        return account;
    }

    private FieldErrors check(Opening opening) {
        var errors = checkRights(opening, checkPassword(opening, checkEmail(opening)));
        return opening.name().isBlank() || opening.name().chars().anyMatch(Character::isISOControl)
                ? errors.and("name", "access.error.name")
                : errors;
    }

    private FieldErrors checkEmail(Opening opening) {
        var email = opening.email().strip();
        if (!email.contains("@") || email.length() > LONGEST_ADDRESS) {
            return FieldErrors.NONE.and("email", "access.error.email");
        }
        return store.byEmail(email).isPresent()
                ? FieldErrors.NONE.and("email", "access.error.email-taken")
                : FieldErrors.NONE;
    }

    private static FieldErrors checkPassword(Opening opening, FieldErrors errors) {
        if (opening.password().getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            return errors.and("password", "access.error.password-long");
        }
        return opening.password().length() < SHORTEST_PASSWORD
                ? errors.and("password", "access.error.password", SHORTEST_PASSWORD)
                : errors;
    }

    private static FieldErrors checkRights(Opening opening, FieldErrors before) {
        var errors = before;
        if (opening.roles().isEmpty()) {
            errors = errors.and("roles", "access.error.roles");
        }
        if (opening.roles().contains(Role.AGENCY) && opening.region() == null) {
            errors = errors.and("region", "access.error.region");
        }
        if (opening.roles().contains(Role.DECLARANT) && opening.structures().isEmpty()) {
            errors = errors.and("structures", "access.error.structures");
        }
        return errors;
    }

    public void enable(UUID account, boolean enabled, Viewer by) {
        if (account.equals(by.account()) && !enabled) {
            throw Refusal.conflict("access.error.own-account");
        }
        if (store.byId(account).isEmpty()) {
            throw Refusal.notFound("access.error.no-account");
        }
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

    /** After {@value #PATIENCE} wrong passwords in a row the door stays shut: 1 minute, then twice as long each time, 15 at the most. */
    public void wrongPassword(String email) {
        store.byEmail(email).ifPresent(account -> {
            var failures = store.failed(account.id());
            if (failures >= PATIENCE) {
                var lock = Duration.ofMinutes(1L << Math.min(failures - PATIENCE, 4));
                store.lock(account.id(), clock.instant().plus(lock.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : lock));
            }
        });
    }

    public void signedIn(UUID account) {
        store.succeeded(account);
        viewer(account).ifPresent(viewer -> audit.record(viewer, "account.sign-in", "account", account));
    }
}
