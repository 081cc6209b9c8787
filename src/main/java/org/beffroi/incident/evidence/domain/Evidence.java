package org.beffroi.incident.evidence.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Role;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Sheet;
import org.beffroi.files.Files;
import org.beffroi.files.KeptFile;
import org.beffroi.files.Password;
import org.beffroi.incident.evidence.domain.Custody.Kind;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.LaterBody;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files that tell something of an incident: who handed them in, who has had them since, and that they are still the same. */
@Service
@Transactional
public class Evidence {
    static final int LONGEST = 500;
    /** Of one incident, or of one declaration. */
    static final int MOST = 200;
    /** All that is handed in by a secret link, which is open to whoever holds it: bytes. */
    static final long MOST_OF_GUESTS = 500L * 1024 * 1024;

    private final EvidenceStore store;
    private final Files files;
    private final Declarations declarations;
    private final AuditTrail trail;
    private final Clock clock;

    Evidence(EvidenceStore store, Files files, Declarations declarations, AuditTrail trail, Clock clock) {
        this.store = store;
        this.files = files;
        this.declarations = declarations;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param words what it is; may be empty */
    public record Announced(String name, String mediaType, long length, String words) {}

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Exhibit> of(Locker locker) {
        var rows = store.of(locker.incidents(), locker.declarations());
        var ids = rows.stream().map(EvidenceStore.Row::id).toList();
        var kept = files.of(ids);
        var custody = store.custody(ids);
        var sheets = sheets(rows, locker);
        return rows.stream()
                .map(row -> exhibit(row, kept, custody.getOrDefault(row.id(), List.of()), sheets, locker))
                .toList();
    }

    private Map<UUID, Sheet> sheets(List<EvidenceStore.Row> rows, Locker locker) {
        var ids = rows.stream()
                .flatMap(row -> Optional.ofNullable(row.declaration()).stream())
                .distinct()
                .toList();
        return locker.ofDesk()
                ? declarations.sheets(ids, locker.by()).stream()
                        .collect(Collectors.toMap(Sheet::declaration, Function.identity()))
                : Map.of();
    }

    private static Exhibit exhibit(
            EvidenceStore.Row row,
            Map<UUID, KeptFile> kept,
            List<Custody> custody,
            Map<UUID, Sheet> sheets,
            Locker locker) {
        var sheet = row.declaration() == null ? null : sheets.get(row.declaration());
        return new Exhibit(
                Objects.requireNonNull(kept.get(row.id())),
                sheet == null ? null : sheet.reference().toString(),
                sheet == null ? null : sheet.structure().name(),
                row.words(),
                row.by(),
                row.password(),
                locker.ofDesk() ? custody : List.of(),
                Custody.intact(custody, row.id()));
    }

    @Transactional(readOnly = true)
    public Exhibit one(Locker locker, UUID id) {
        require(locker, id);
        return of(locker).stream()
                .filter(exhibit -> exhibit.file().id().equals(id))
                .findFirst()
                .orElseThrow(Evidence::unknown);
    }

    private EvidenceStore.Row require(Locker locker, UUID id) {
        return store.find(id).filter(locker::holds).orElseThrow(Evidence::unknown);
    }

    private static Refusal unknown() {
        return Refusal.notFound("incident.refused.evidence");
    }

    /** @return the file's identifier, under which its bytes are then sent */
    public UUID announce(Locker locker, Announced announced) {
        if (!locker.mayHandIn()) {
            throw Refusal.conflict("declaration.error.taken-over");
        }
        var words = announced.words().strip();
        if (words.length() > LONGEST) {
            FieldErrors.NONE.and("words", "incident.error.too-long", LONGEST).throwIfAny();
        }
        checkRoom(locker, announced.length());
        var id = files.announce(announced.name(), announced.mediaType(), announced.length());
        var sheet = locker.declaration();
        var now = clock.instant();
        var row = new EvidenceStore.Row(
                id,
                locker.incident(),
                sheet == null ? null : sheet.declaration(),
                words,
                Password.fresh(),
                locker.by().name());
        store.add(row, now, locker.by());
        custody(id, Kind.RECEIVED, now, null, "", locker);
        if (sheet != null) {
            store.changed(sheet.declaration(), now);
        }
        audit(locker, "evidence", row);
        return id;
    }

    private void checkRoom(Locker locker, long more) {
        var here = of(locker).stream()
                .map(Exhibit::file)
                .filter(file -> !file.erased())
                .toList();
        if (here.size() >= MOST) {
            throw Refusal.conflict("incident.refused.evidence-many", MOST);
        }
        var guests = here.stream().mapToLong(KeptFile::length).sum() + more;
        if (!locker.by().signedIn() && guests > MOST_OF_GUESTS) {
            throw Refusal.conflict("incident.refused.evidence-large", MOST_OF_GUESTS >> 20);
        }
    }

    /** Its next bytes, after {@code offset}. */
    public KeptFile append(Locker locker, UUID id, long offset, byte[] part) {
        require(locker, id);
        return files.append(id, offset, part);
    }

    /** A copy, in an archive that the password opens. That it was taken is written down before the first byte leaves. */
    public LaterBody archive(Locker locker, UUID id) {
        var row = require(locker, id);
        var file = files.of(List.of(id)).get(id);
        if (file == null || !file.readable()) {
            throw Refusal.conflict(file != null && file.erased() ? "files.refused.erased" : "files.refused.not-whole");
        }
        custody(id, Kind.GIVEN_OUT, clock.instant(), null, "", locker);
        audit(locker, "evidence-read", row);
        return to -> files.archive(id, row.password(), to);
    }

    /**
     * It went to somebody outside, or came back.
     *
     * @param happenedAt null: now
     * @param holder null: it came back
     */
    public void handOver(Locker locker, UUID id, @Nullable Instant happenedAt, @Nullable String holder, String words) {
        var row = require(locker, id);
        requireDesk(locker);
        var now = clock.instant();
        var errors = new ArrayList<FieldErrors>();
        if (happenedAt != null && happenedAt.isAfter(now)) {
            errors.add(FieldErrors.NONE.and("happenedAt", "incident.error.log-in-future"));
        }
        if (words.strip().length() > LONGEST
                || (holder != null && holder.strip().length() > LONGEST)) {
            errors.add(FieldErrors.NONE.and("words", "incident.error.too-long", LONGEST));
        }
        errors.stream().reduce(FieldErrors.NONE, FieldErrors::and).throwIfAny();
        custody(
                id,
                holder == null ? Kind.CAME_BACK : Kind.HANDED_OVER,
                Objects.requireNonNullElse(happenedAt, now),
                holder == null ? null : holder.strip(),
                words.strip(),
                locker);
        audit(locker, "evidence-handed", row);
    }

    private static void requireDesk(Locker locker) {
        if (!locker.ofDesk()) {
            throw unknown();
        }
    }

    /** Its content goes; that it was here, its hash and who had it stay. */
    public void erase(Locker locker, UUID id, String because) {
        var row = require(locker, id);
        requireDesk(locker);
        if (!locker.by().is(Role.LEAD)) {
            throw Refusal.conflict("incident.refused.evidence-lead");
        }
        if (because.isBlank() || because.strip().length() > LONGEST) {
            FieldErrors.NONE
                    .and("because", "incident.error.evidence-because", LONGEST)
                    .throwIfAny();
        }
        if (files.of(List.of(id)).values().stream().allMatch(KeptFile::erased)) {
            return;
        }
        files.erase(id);
        custody(id, Kind.ERASED, clock.instant(), null, because.strip(), locker);
        audit(locker, "evidence-erased", row);
    }

    private void custody(UUID id, Kind kind, Instant happenedAt, @Nullable String holder, String words, Locker locker) {
        write(
                id,
                new Custody(0, kind, happenedAt, clock.instant(), locker.by().name(), holder, words, ""),
                locker.by().account());
    }

    private void write(UUID id, Custody unsealed, @Nullable UUID account) {
        store.hold(id);
        var before = store.custody(List.of(id)).getOrDefault(id, List.of());
        store.add(id, Custody.after(before, id, unsealed), account);
    }

    /** Heard when its file is here whole. Heard twice, it is sealed once. */
    void sealed(UUID id, String sha256) {
        var known = store.find(id);
        if (known.isPresent()
                && store.custody(List.of(id)).getOrDefault(id, List.of()).stream()
                        .noneMatch(one -> one.kind() == Kind.SEALED)) {
            var now = clock.instant();
            write(id, new Custody(0, Kind.SEALED, now, now, "Beffroi", null, "SHA-256 " + sha256, ""), null);
            Optional.ofNullable(known.get().declaration()).ifPresent(declaration -> store.changed(declaration, now));
        }
    }

    private void audit(Locker locker, String verb, EvidenceStore.Row row) {
        if (locker.by().signedIn()) {
            var incident = row.incident();
            trail.record(
                    locker.by(),
                    "incident." + verb,
                    incident == null ? "declaration" : "incident",
                    incident == null ? row.declaration() : incident);
        }
    }
}
