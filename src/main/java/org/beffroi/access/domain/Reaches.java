package org.beffroi.access.domain;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Colleague;
import org.beffroi.access.Viewer;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How those of the desk want to be called out of hours. Each says it for oneself. */
@Service
@Transactional
public class Reaches {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 .()-]{4,28}[0-9]");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;]+@[^\\s@<>\",;]+\\.[^\\s@<>\",;.]+");
    private static final int LONGEST_ADDRESS = 100;

    private final ReachStore store;
    private final AccountStore accounts;
    private final AuditTrail audit;
    private final Clock clock;

    Reaches(ReachStore store, AccountStore accounts, AuditTrail audit, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What somebody said.
     *
     * @param phone as typed; null: not said
     * @param email null: the address used to sign in
     */
    public record Reach(@Nullable String phone, @Nullable String email) {
        static final Reach NONE = new Reach(null, null);
    }

    @Transactional(readOnly = true)
    public List<Colleague> colleagues() {
        return store.colleagues();
    }

    @Transactional(readOnly = true)
    public Optional<Colleague> colleague(UUID account) {
        return store.colleague(account);
    }

    /** Nothing for a machine, which nobody calls. */
    @Transactional(readOnly = true)
    public Reach own(Viewer viewer) {
        return viewer.account() == null ? Reach.NONE : store.of(viewer.account());
    }

    /**
     * Blank: not said.
     *
     * @throws Refusal of kind CONFLICT for a machine
     */
    public Reach change(String phone, String email, Viewer by) {
        var account = account(by);
        var said = new Reach(phone.isBlank() ? null : phone.strip(), email.isBlank() ? null : email.strip());
        var errors = FieldErrors.NONE;
        if (said.phone() != null && !PHONE.matcher(said.phone()).matches()) {
            errors = errors.and("callPhone", "access.error.call-phone");
        }
        if (said.email() != null
                && (said.email().length() > LONGEST_ADDRESS
                        || !EMAIL.matcher(said.email()).matches())) {
            errors = errors.and("callEmail", "access.error.call-email");
        }
        errors.throwIfAny();
        store.keep(account, said.phone(), said.email(), clock.instant());
        audit.record(by, "account.reach", "account", account);
        return said;
    }

    private UUID account(Viewer viewer) {
        return Optional.ofNullable(viewer.account())
                .filter(account -> accounts.byId(account).isPresent())
                .orElseThrow(() -> Refusal.conflict("access.error.no-reach"));
    }
}
