package org.beffroi.search.domain;

import com.github.f4b6a3.uuid.util.UuidUtil;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beffroi.incident.IncidentCatalogue;
import org.beffroi.incident.Incidents;
import org.beffroi.incident.Incidents.Opened;
import org.beffroi.incident.SearchText;
import org.beffroi.incident.Searchable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes into the index what was newly opened and what has changed, behind it: nobody waits for it, and what a flood leaves over is done after it.
 * Each step is a transaction, held against other nodes; whatever is cut off is done again.
 */
@Service
class Indexer {
    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
    private static final int READ = 1_000;
    private static final int BATCH = 25;
    private static final String NEWEST = "newest";
    private static final UUID BEGINNING = new UUID(0, 0);

    /** Longer than any statement or transaction may take, and than clocks of several nodes differ. */
    private static final Duration SURE = Duration.ofMinutes(5);

    private final IndexStore store;
    private final Incidents incidents;
    private final IncidentCatalogue catalogue;
    private final List<Searchable> sources;
    private final TransactionOperations transaction;
    private final Clock clock;

    Indexer(
            IndexStore store,
            Incidents incidents,
            IncidentCatalogue catalogue,
            List<Searchable> sources,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.incidents = incidents;
        this.catalogue = catalogue;
        this.sources = List.copyOf(sources);
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param left whether something may be left to do now */
    record Worked(int written, boolean left) {}

    /**
     * @param atMost declarations
     * @param patient waits while another node works, instead of leaving it to that one
     */
    Worked work(int atMost, boolean patient) {
        var more = read(patient);
        int written = 0;
        while (written < atMost) {
            int done = write(patient);
            written += done;
            if (done < BATCH) {
                return new Worked(written, more);
            }
        }
        return new Worked(written, true);
    }

    /** All that was ever opened is read again. */
    void restart() {
        transaction.executeWithoutResult(status -> {
            store.bookmark(NEWEST, true);
            store.bookmark(NEWEST, BEGINNING);
        });
    }

    /** @return whether there may be more to read */
    private boolean read(boolean patient) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var last = store.bookmark(NEWEST, patient);
            return last.isPresent()
                    && Stream.of(newest(last.get()), sure(), changed()).anyMatch(more -> more);
        }));
    }

    private boolean newest(UUID last) {
        var opened = incidents.openedAfter(last, READ);
        note(NEWEST, opened, opened.stream().map(Opened::declaration).toList());
        return opened.size() == READ;
    }

    /** What was committed late stands before others that were read already: looked for once more, five minutes behind. */
    private boolean sure() {
        var until = clock.instant().minus(SURE);
        return store.bookmark("sure", true)
                .map(last -> {
                    var opened = incidents.openedAfter(last, READ).stream()
                            .takeWhile(
                                    one -> UuidUtil.getInstant(one.incident()).isBefore(until))
                            .toList();
                    note(
                            "sure",
                            opened,
                            store.unknown(
                                    opened.stream().map(Opened::declaration).toList()));
                    return opened.size() == READ;
                })
                .orElse(false);
    }

    private void note(String bookmark, List<Opened> opened, Collection<UUID> declarations) {
        if (!opened.isEmpty()) {
            store.add(declarations, clock.instant());
            store.bookmark(bookmark, opened.getLast().incident());
        }
    }

    private boolean changed() {
        var most = 0;
        for (var source : sources) {
            var declarations = source.changed(READ);
            store.add(declarations, clock.instant());
            most = Math.max(most, declarations.size());
        }
        return most >= READ;
    }

    /** @return how many were done with, in whatever way */
    private int write(boolean patient) {
        try {
            return count(transaction.execute(
                    status -> write(store.bookmark(NEWEST, patient).isPresent() ? BATCH : 0)));
        } catch (TransientDataAccessException | TransactionException gone) {
            throw gone;
        } catch (RuntimeException failed) {
            LOG.warn(
                    "{} declarations cannot be indexed together, and are tried one by one: {}",
                    BATCH,
                    failed.toString());
            return oneByOne();
        }
    }

    private static int count(@Nullable Integer done) {
        return done == null ? 0 : done;
    }

    private int write(int atMost) {
        var due = store.due(clock.instant(), atMost);
        index(due);
        return due.size();
    }

    private void index(List<UUID> declarations) {
        if (!declarations.isEmpty()) {
            var texts = sources.stream()
                    .flatMap(source -> source.texts(declarations).stream())
                    .collect(Collectors.groupingBy(SearchText::declaration));
            var rows = catalogue.entries(declarations).stream()
                    .flatMap(entry -> Sheaf.rows(entry, texts.getOrDefault(entry.declaration(), List.of())).stream())
                    .toList();
            store.write(declarations, rows);
            store.done(declarations);
        }
    }

    /** One that fails must not keep the others waiting. */
    private int oneByOne() {
        var due = store.due(clock.instant(), BATCH);
        for (var declaration : due) {
            try {
                transaction.executeWithoutResult(
                        status -> store.bookmark(NEWEST, true).ifPresent(held -> index(List.of(declaration))));
            } catch (TransientDataAccessException | TransactionException gone) {
                throw gone;
            } catch (RuntimeException failed) {
                LOG.warn(
                        "Declaration {} cannot be indexed, and is tried again later: {}",
                        declaration,
                        failed.toString());
                store.postpone(declaration, clock.instant());
            }
        }
        return due.size();
    }
}
