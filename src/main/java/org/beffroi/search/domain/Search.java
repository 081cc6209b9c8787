package org.beffroi.search.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.beffroi.incident.IncidentCatalogue;
import org.beffroi.search.domain.Found.State;
import org.beffroi.search.domain.LookupStore.Hit;
import org.beffroi.shared.World;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The search over everything. What each viewer finds is what they could have read. */
@Service
public class Search {
    /** Incidents that are counted, and paged through: whoever finds more needs another word. */
    public static final int MOST = 1_000;

    /** What may be chosen to look through, in the order of the page. */
    public static final List<View> CHOICES =
            List.of(View.NAMES, View.DECLARED, View.MESSAGES, View.NOTES, View.SEEN, View.FILES);

    private static final List<View> OF_AGENCIES = List.of(View.NAMES, View.DECLARED, View.SEEN);
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Lookup lookup;
    private final Reading reading;
    private final IndexStore index;
    private final IncidentCatalogue catalogue;
    private final AuditTrail trail;
    private final Clock clock;

    Search(
            Lookup lookup,
            Reading reading,
            IndexStore index,
            IncidentCatalogue catalogue,
            AuditTrail trail,
            Clock clock) {
        this.lookup = lookup;
        this.reading = reading;
        this.index = index;
        this.catalogue = catalogue;
        this.trail = trail;
        this.clock = clock;
    }

    /** What this viewer may choose to look through. */
    public List<View> choices(Viewer viewer) {
        return viewer.atTheDesk() ? CHOICES : OF_AGENCIES;
    }

    public List<String> worlds(Viewer viewer) {
        return catalogue.worlds(viewer);
    }

    /** Index and texts of one moment. Who searched is written into the audit trail, what for is not: words may name people. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Found find(SearchQuery asked, Viewer viewer) {
        var query = within(asked, viewer);
        var wish = Wish.of(query.text());
        if (query.text().isBlank()) {
            return nothing(query, State.EMPTY, wish);
        }
        var now = clock.instant();
        var result = wish.isEmpty() ? null : lookup.hits(query, wish, viewer, now);
        if (result == null) {
            return nothing(query, State.NOTHING_TO_FIND, wish);
        }
        var byIncident = new LinkedHashMap<UUID, List<Hit>>();
        result.hits()
                .forEach(hit -> byIncident
                        .computeIfAbsent(hit.incident(), any -> new ArrayList<>())
                        .add(hit));
        var count = Math.min(MOST, byIncident.size());
        var page = page(query, byIncident);
        var incidents = reading.read(query, result.terms(), page, viewer);
        trail.recordList(
                viewer,
                "search.list",
                "incident",
                "%s, page %d: %d".formatted(query.world(), query.page(), incidents.size()));
        return new Found(
                query,
                State.SEARCHED,
                incidents,
                count,
                result.over() || byIncident.size() > MOST,
                query.page() * SearchQuery.PAGE_SIZE < count,
                wish.cut(),
                isBehind(now));
    }

    /** What an agency sees of other worlds is its region's part of a rehearsal. */
    private static SearchQuery within(SearchQuery asked, Viewer viewer) {
        return viewer.atTheDesk() || asked.world().isRehearsal() ? asked : asked.in(World.NATIONAL);
    }

    private static Map<UUID, List<Hit>> page(SearchQuery query, Map<UUID, List<Hit>> all) {
        var page = new LinkedHashMap<UUID, List<Hit>>();
        all.keySet().stream()
                .limit(MOST)
                .skip((query.page() - 1L) * SearchQuery.PAGE_SIZE)
                .limit(SearchQuery.PAGE_SIZE)
                .forEach(incident -> page.put(incident, Objects.requireNonNull(all.get(incident))));
        return page;
    }

    private Found nothing(SearchQuery query, State state, Wish wish) {
        return new Found(query, state, List.of(), 0, false, false, wish.cut(), false);
    }

    private boolean isBehind(Instant now) {
        return index.oldest().filter(since -> since.isBefore(now.minus(SOON))).isPresent();
    }
}
