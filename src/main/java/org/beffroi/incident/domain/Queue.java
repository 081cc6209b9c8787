package org.beffroi.incident.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.beffroi.access.Viewer;
import org.beffroi.incident.QueuedIncidents;
import org.beffroi.incident.domain.QueueQuery.View;
import org.beffroi.shared.World;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The desk's queue: who waits most urgently, and why. Each look at it is written into the audit trail. */
@Component
public class Queue implements QueuedIncidents {
    private final QueueStore store;
    private final Book book;

    Queue(QueueStore store, Book book) {
        this.book = book;
        this.store = store;
    }

    /**
     * One page of it.
     *
     * @param counts by view, of the same region, text and verification; as many as {@link #most} stands for «that many or more»
     * @param unverified how many in this view are not known to come from their structure; 0 among what is over, where nobody calls back
     * @param more whether there is a next page
     */
    public record Page(QueueQuery query, List<QueueRow> rows, Map<View, Integer> counts, int unverified, boolean more) {

        /** As a number is written that counting stopped at. */
        public String written(View view, int count) {
            var most = most(query.in(view));
            return count < most ? String.valueOf(count) : most + "+";
        }
    }

    /** Counting further takes time and helps nobody. */
    public static final int MOST = 1000;

    /** Of what was searched for: whoever finds that many needs another word. And of what is over: nobody works that off. */
    public static final int MOST_FOUND = 200;

    /** Which worlds there are, for those who may look at others than the national one. */
    public List<String> worlds(Viewer viewer) {
        return viewer.atTheDesk() ? store.worlds() : List.of();
    }

    /** Rows and counts of one moment. What was imported into another world is for the desk, and only when asked for. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Page page(QueueQuery asked, Viewer viewer) {
        var query = within(asked, viewer);
        if (!query.text().isBlank()) {
            store.planForWords();
        }
        var rows = store.rows(query, viewer, QueueQuery.PAGE_SIZE + 1);
        var counts = new EnumMap<View, Integer>(View.class);
        Arrays.stream(View.values()).forEach(view -> counts.put(view, count(query.in(view), viewer)));
        var shown = rows.stream().limit(QueueQuery.PAGE_SIZE).toList();
        book.auditList(viewer, "%s %s, page %d: %d".formatted(query.world(), query.view(), query.page(), shown.size()));
        return new Page(query, shown, counts, unverified(query, viewer), rows.size() > QueueQuery.PAGE_SIZE);
    }

    @Override
    @Transactional
    public List<String> references(String address, int atMost, Viewer viewer) {
        var query = within(QueueFilter.of(address).query(), viewer).at(1);
        if (!query.text().isBlank()) {
            store.planForWords();
        }
        var all = store.rows(query, viewer, atMost + 1).stream()
                .map(QueueRow::reference)
                .toList();
        book.auditList(viewer, "%s %s, all: %d".formatted(query.world(), query.view(), all.size()));
        return all;
    }

    /** An agency sees its region's part of a rehearsal. */
    private static QueueQuery within(QueueQuery asked, Viewer viewer) {
        return viewer.atTheDesk() || asked.world().isRehearsal() ? asked : asked.in(World.NATIONAL);
    }

    /** @param fresh opened since; {@code changed} the others */
    public record Changes(int fresh, int changed) {}

    /**
     * What has changed in a view since it was drawn: numbers alone, so that nobody has looked at anything by it, and no line of the audit trail
     * is written each quarter of a minute.
     */
    @Transactional(readOnly = true)
    public Changes changes(QueueQuery asked, Instant since, Viewer viewer) {
        var query = within(asked, viewer);
        if (!query.text().isBlank()) {
            store.planForWords();
        }
        return store.changes(query, viewer, since, MOST_FOUND);
    }

    /** At which moment a page is drawn. */
    public Instant now(Viewer viewer) {
        return book.now(viewer).at();
    }

    private int count(QueueQuery query, Viewer viewer) {
        return store.count(query, viewer, most(query));
    }

    static int most(QueueQuery query) {
        return query.text().isBlank() && query.view() != View.CLOSED ? MOST : MOST_FOUND;
    }

    private int unverified(QueueQuery query, Viewer viewer) {
        return query.view() == View.CLOSED ? 0 : count(query.unverified(), viewer);
    }
}
