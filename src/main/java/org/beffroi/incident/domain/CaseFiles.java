package org.beffroi.incident.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Sheet;
import org.beffroi.incident.Incidents;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reading incidents. Each reading is written into the audit trail. */
@Component
public class CaseFiles implements Incidents {
    /** How many sheets are read at once: one incident may have hundreds of declarations. */
    public static final int SHEETS = 20;

    private final IncidentStore store;
    private final CaseSearch search;
    private final TimelineStore timeline;
    private final Declarations declarations;
    private final Book book;

    CaseFiles(IncidentStore store, CaseSearch search, TimelineStore timeline, Declarations declarations, Book book) {
        this.store = store;
        this.search = search;
        this.timeline = timeline;
        this.declarations = declarations;
        this.book = book;
    }

    /** @param typed any declaration's number, as people write it */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public CaseFile open(String typed, Viewer viewer) {
        return open(typed, viewer, ids -> ids);
    }

    /** @param part of the sheets, {@value #SHEETS} to each */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public CaseFile open(String typed, Viewer viewer, int part) {
        return open(typed, viewer, ids -> Part.of(ids.items(), part, SHEETS));
    }

    /** Of one moment, whoever joins or splits meanwhile: the file must not say two things. It is not read-only: the audit trail is written. */
    private CaseFile open(String typed, Viewer viewer, UnaryOperator<Part<UUID>> some) {
        var id = require(typed, viewer);
        var incident = store.read(id);
        var seen = search.declarations(id, viewer);
        if (seen.isEmpty()) {
            throw unknown();
        }
        var ids = seen.stream().map(CaseSearch.Seen::declaration).toList();
        book.audit(viewer, "read", id);
        return new CaseFile(
                seen.getFirst().reference(),
                CaseFile.Cover.of(incident),
                incident.declared(Set.copyOf(ids)),
                sheets(some.apply(Part.whole(ids)), viewer),
                timeline.of(id, viewer),
                incident.allowedActions(viewer),
                typed);
    }

    private Part<Sheet> sheets(Part<UUID> ids, Viewer viewer) {
        return new Part<>(declarations.sheets(ids.items(), viewer), ids.number(), ids.of(), ids.total());
    }

    /** What is written of a declaration, to be shown beside others. */
    public List<Sheet> sheets(List<UUID> ids, Viewer viewer) {
        return declarations.sheets(ids, viewer);
    }

    /** Which incident a typed number leads to, for one who wants to change it. */
    public UUID require(String typed, Viewer viewer) {
        return PublicReference.parse(typed)
                .flatMap(reference -> find(reference, viewer))
                .orElseThrow(CaseFiles::unknown);
    }

    /**
     * To change the incident that a typed number leads to.
     *
     * @param version the one that was seen under that very number; null: whatever it is now
     */
    public Hand hand(String typed, @Nullable Integer version, Viewer viewer) {
        var id = require(typed, viewer);
        if (version != null && !PublicReference.parse(typed).equals(Optional.of(store.reference(id)))) {
            // What was seen has joined another incident meanwhile, whose versions are counted apart.
            throw Refusal.conflict("incident.refused.moved-meanwhile");
        }
        return new Hand(id, version, viewer);
    }

    /** The declaration of which somebody typed the number. */
    public UUID declaration(String typed, Viewer viewer) {
        var found = PublicReference.parse(typed).flatMap(reference -> declarations.find(reference, viewer));
        if (found.isEmpty()) {
            FieldErrors.NONE.and("declaration", "incident.error.declaration").throwIfAny();
        }
        return found.orElseThrow();
    }

    private static Refusal unknown() {
        return Refusal.notFound("incident.refused.unknown");
    }

    /** Those who declare follow their declarations, and see nothing of the desk's work. */
    private static boolean mayRead(Viewer viewer) {
        return viewer.is(Role.ANALYST, Role.LEAD, Role.AGENCY);
    }

    @Override
    public Optional<UUID> find(PublicReference reference, Viewer viewer) {
        return mayRead(viewer) ? search.find(reference, viewer) : Optional.empty();
    }

    @Override
    public List<UUID> declarations(UUID incident, Viewer viewer) {
        return mayRead(viewer)
                ? search.declarations(incident, viewer).stream()
                        .map(CaseSearch.Seen::declaration)
                        .toList()
                : List.of();
    }

    @Override
    public boolean isOpen(UUID incident) {
        return search.isOpen(incident);
    }

    @Override
    public List<Opened> openedAfter(UUID last, int atMost) {
        return search.openedAfter(last, atMost);
    }
}
