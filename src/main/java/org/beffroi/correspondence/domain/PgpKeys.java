package org.beffroi.correspondence.domain;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** For the desk: by which keys mails are encrypted. Who may read here enters none: whoever took a structure's account would enter his. */
@Service
@Transactional
public class PgpKeys {
    private final PgpKeyStore store;
    private final AuditTrail trail;
    private final Clock clock;

    PgpKeys(PgpKeyStore store, AuditTrail trail, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<PgpKey> all() {
        return store.all().stream().map(this::shown).toList();
    }

    private PgpKey shown(PgpKeyStore.Row row) {
        var key = PublicKey.kept(row.armored());
        return new PgpKey(
                row.id(),
                row.address(),
                key.fingerprint(),
                key.owners(),
                key.expiresAt(),
                key.encrypts(clock.instant()),
                row.compared(),
                row.keptAt(),
                row.keptBy());
    }

    /**
     * Instead of the one that the address had.
     *
     * @param key a public key as it is handed on, armored or not
     * @param compared that its fingerprint was compared by voice
     * @throws FieldErrors.Invalid with all that is wrong
     */
    public PgpKey keep(String address, byte[] key, boolean compared, Viewer by) {
        var errors = FieldErrors.NONE;
        var typed = address.strip().toLowerCase(Locale.ROOT);
        if (Notices.addressIn(typed).filter(typed::equals).isEmpty()) {
            errors = errors.and("address", "correspondence.key.error.address");
        }
        PublicKey read;
        try {
            read = PublicKey.checked(key, clock.instant());
        } catch (FieldErrors.Invalid wrong) {
            errors.and(wrong.errors()).throwIfAny();
            throw wrong;
        }
        errors.throwIfAny();
        var row = new PgpKeyStore.Row(
                UuidCreator.getTimeOrderedEpoch(), typed, read.armored(), compared, clock.instant(), by.name());
        store.keep(row, by);
        trail.record(by, "key.keep", "key", row.id());
        return shown(row);
    }

    /** Its fingerprint was compared by voice: mails hold the message itself from now on. Twice does no harm. */
    public void compare(UUID id, Viewer by) {
        if (!store.compare(id)) {
            throw Refusal.notFound("correspondence.key.refused.unknown");
        }
        trail.record(by, "key.compare", "key", id);
    }

    /** Mails to its address go out as to everybody. */
    public void drop(UUID id, Viewer by) {
        if (!store.drop(id, by, clock.instant())) {
            throw Refusal.notFound("correspondence.key.refused.unknown");
        }
        trail.record(by, "key.drop", "key", id);
    }
}
