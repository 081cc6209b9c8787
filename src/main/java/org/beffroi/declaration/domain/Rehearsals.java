package org.beffroi.declaration.domain;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Rehearsal;
import org.beffroi.declaration.Rehearsing;
import org.beffroi.declaration.Sheet;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Exercises: everything as on any night, and nothing of it leaves the house. */
@Service
@Transactional
public class Rehearsals implements Rehearsing {
    public static final List<Integer> SPEEDS = List.of(1, 10, 60);

    static final int LONGEST_NAME = 100;
    private static final int SHOWN = 100;
    /** Read aloud and typed by hand: without I, L, O, 0 and 1. */
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int CODE_LENGTH = 10;

    private final RehearsalStore store;
    private final SheetShelf shelf;
    private final AuditTrail trail;
    private final Ledger ledger;
    private final SecureRandom random = new SecureRandom();

    Rehearsals(RehearsalStore store, SheetShelf shelf, AuditTrail trail, Ledger ledger) {
        this.store = store;
        this.shelf = shelf;
        this.trail = trail;
        this.ledger = ledger;
    }

    /**
     * @param speed how many times faster its clocks run, one of {@link #SPEEDS}
     * @throws FieldErrors.Invalid with all that is wrong
     */
    public Rehearsal open(String name, int speed, Viewer by) {
        var clean = CleanText.of(name).orElse("");
        var errors = FieldErrors.NONE;
        if (clean.isEmpty() || clean.length() > LONGEST_NAME || clean.indexOf('\n') >= 0) {
            errors = errors.and("name", "declaration.error.rehearsal-name", LONGEST_NAME);
        }
        if (!Set.copyOf(SPEEDS).contains(speed)) {
            errors = errors.and("speed", "declaration.error.rehearsal-speed");
        }
        errors.throwIfAny();
        var id = store.open(clean, speed, code(), ledger.now(), by);
        trail.record(by, "declaration.rehearse", "rehearsal", id);
        return require(id, by);
    }

    private String code() {
        return random.ints(CODE_LENGTH, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    /** Nothing can be declared in it from now on; what was stays to be read. Twice does no harm. */
    public void end(UUID id, Viewer by) {
        require(id, by);
        if (store.end(id, ledger.now(), by)) {
            trail.record(by, "declaration.end-rehearsal", "rehearsal", id);
        }
    }

    @Transactional(readOnly = true)
    public Rehearsal require(UUID id, Viewer viewer) {
        return store.byId(id, viewer).orElseThrow(() -> Refusal.notFound("declaration.error.rehearsal-unknown"));
    }

    /** Those that go on first, then the latest. */
    @Transactional(readOnly = true)
    public List<Rehearsal> latest(Viewer viewer) {
        return store.latest(viewer, SHOWN);
    }

    /** What was declared in it, as far as the viewer may see it; the latest first. */
    public List<Sheet> declared(Rehearsal rehearsal, Viewer viewer) {
        var ids = store.declared(rehearsal.world(), viewer, SHOWN);
        ledger.auditList(viewer, "%s: %d".formatted(rehearsal.world(), ids.size()));
        return shelf.sheets(ids, viewer);
    }

    /**
     * The world in which a form is sent: of a rehearsal by its code, without one the national one. A code that leads nowhere is never
     * taken for a real declaration.
     *
     * @throws Refusal of kind INVALID when there is no such rehearsal, or it has ended
     */
    @Transactional(readOnly = true)
    public World world(String code) {
        return code.isBlank() ? World.NATIONAL : going(code).world();
    }

    /** @throws Refusal of kind INVALID when there is no such rehearsal, or it has ended */
    @Transactional(readOnly = true)
    public Rehearsal going(String code) {
        return store.byCode(code.strip())
                .filter(rehearsal -> !rehearsal.ended())
                .orElseThrow(() -> Refusal.invalid("declaration.error.rehearsal-over"));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Rehearsal> in(World world) {
        return world.isRehearsal()
                ? store.byNumber(
                        Long.parseLong(world.code().substring(world.code().indexOf('-') + 1)))
                : Optional.empty();
    }
}
