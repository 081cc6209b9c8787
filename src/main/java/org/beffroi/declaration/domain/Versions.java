package org.beffroi.declaration.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Author;
import org.beffroi.declaration.Change;
import org.beffroi.declaration.Sheet;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Refusal;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was declared before, and what has changed since: for whoever may read the declaration, as far as they may. */
@Service
@Transactional
public class Versions {
    private static final String NOT_FOUND = "declaration.error.not-found";

    private final VersionStore store;
    private final FollowLinks links;
    private final SheetMaker sheets;
    private final AuditTrail audit;

    Versions(VersionStore store, FollowLinks links, DeclarationForm form, Taxonomy taxonomy, AuditTrail audit) {
        this.store = store;
        this.links = links;
        this.sheets = new SheetMaker(form, taxonomy);
        this.audit = audit;
    }

    /** The newest version first. */
    public record History(PublicReference reference, List<Entry> versions) {}

    /** @param changes since the version before; none in the first */
    public record Entry(int version, Instant at, Author by, List<Change> changes) {}

    /**
     * One version, whole.
     *
     * @param against the version that {@code changes} are counted from; 0 when there is none before it
     * @param readable the numbers of the versions that may be read, the oldest first
     */
    public record Reading(Sheet sheet, Author by, int against, List<Change> changes, List<Integer> readable) {}

    /** @throws Refusal of kind NOT_FOUND when it is not for this viewer */
    public History history(PublicReference reference, Viewer viewer) {
        return history(readable(reference, viewer));
    }

    @Transactional(readOnly = true)
    public History historyByLink(String token) {
        return history(readable(token));
    }

    /**
     * @param against empty: the version before
     * @throws Refusal of kind NOT_FOUND when it is not for this viewer, or there is no such version
     */
    public Reading read(PublicReference reference, int version, Optional<Integer> against, Viewer viewer) {
        return read(readable(reference, viewer), version, against, viewer);
    }

    @Transactional(readOnly = true)
    public Reading readByLink(String token, int version, Optional<Integer> against) {
        return read(readable(token), version, against, Viewer.guest());
    }

    private List<DeclarationRow> readable(PublicReference reference, Viewer viewer) {
        var rows = store.versions(reference, viewer);
        if (rows.isEmpty()) {
            throw Refusal.notFound(NOT_FOUND);
        }
        audit.record(viewer, "declaration.read", "declaration", rows.getFirst().id());
        return rows;
    }

    private List<DeclarationRow> readable(String token) {
        return links.declaration(token)
                .map(store::versionsByLink)
                .filter(rows -> !rows.isEmpty())
                .orElseThrow(() -> Refusal.notFound("declaration.error.link"));
    }

    private History history(List<DeclarationRow> rows) {
        var entries = IntStream.range(0, rows.size())
                .mapToObj(at -> new Entry(
                        rows.get(at).version(),
                        rows.get(at).versionAt(),
                        rows.get(at).author(),
                        at == 0 ? List.of() : sheets.changes(rows.get(at - 1), rows.get(at))))
                .sorted(Comparator.comparingInt(Entry::version).reversed())
                .toList();
        return new History(rows.getFirst().reference(), entries);
    }

    private Reading read(List<DeclarationRow> rows, int version, Optional<Integer> against, Viewer viewer) {
        var row = find(rows, version).orElseThrow(() -> Refusal.notFound("declaration.error.no-version", version));
        var before = against.isPresent() ? find(rows, against.get()) : find(rows, version - 1);
        if (against.isPresent() && before.isEmpty()) {
            throw Refusal.notFound("declaration.error.no-version", against.get());
        }
        return new Reading(
                sheets.make(row, before, viewer),
                row.author(),
                before.map(DeclarationRow::version).orElse(0),
                before.map(earlier -> sheets.changes(earlier, row)).orElse(List.of()),
                rows.stream().map(DeclarationRow::version).toList());
    }

    private static Optional<DeclarationRow> find(List<DeclarationRow> rows, int version) {
        return rows.stream().filter(row -> row.version() == version).findFirst();
    }
}
