package org.beffroi.search.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Submission;
import org.beffroi.incident.IncidentCatalogue;
import org.beffroi.incident.IncidentWork;
import org.beffroi.incident.Incidents;
import org.beffroi.incident.SearchText;
import org.beffroi.incident.Searchable;
import org.beffroi.shared.SettableClock;
import org.beffroi.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.support.TransactionOperations;

/** A module gives texts that cannot be read, by whatever fault. */
@ModuleTest
class BrokenTextTest {
    @Autowired
    IndexStore store;

    @Autowired
    Incidents incidents;

    @Autowired
    IncidentCatalogue catalogue;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Clock clock;

    @Autowired
    Declarations declarations;

    @Autowired
    IncidentWork work;

    private UUID declares() {
        var answers = Answers.NONE
                .with("structure", "Clinique")
                .with("name", "Nadia Perrin")
                .with("phone", "06 39 98 12 34")
                .with("foundAt", "2026-03-01T03:10:00Z")
                .with("description", "Plus aucune ordonnance ne s’imprime.")
                .with("care", "DEGRADED");
        var receipt = declarations.submit(
                Submission.now(answers, "WEB", UUID.randomUUID().toString()), Viewer.guest());
        work.openFor(receipt.declaration());
        return receipt.declaration();
    }

    private Indexer with(UUID broken, RuntimeException fault) {
        Searchable failing = asked -> {
            if (asked.contains(broken)) {
                throw fault;
            }
            return asked.stream()
                    .map(id -> new SearchText(id, SearchText.Kind.NOTE, Instant.EPOCH, "ordonnances", ""))
                    .toList();
        };
        return new Indexer(store, incidents, catalogue, List.of(failing), transaction, clock);
    }

    @Test
    void holdsUpNoOther() {
        var broken = declares();
        var sound = declares();
        with(broken, new UnsupportedOperationException("not JSON")).work(100, true);
        assertThat(store.unknown(List.of(broken, sound))).containsExactly(broken);
        assertThat(store.backlog().failing()).isEqualTo(1);
        assertThat(store.oldest()).isEmpty();
        SettableClock.at(
                clock.instant().plus(Duration.ofHours(2)),
                () -> with(UUID.randomUUID(), new IllegalStateException()).work(100, true));
        assertThat(store.unknown(List.of(broken))).isEmpty();
        assertThat(store.backlog().failing()).isZero();
    }

    /** The database is slow, or two wait for each other: none of the texts is to blame. */
    @Test
    void isNotBlamedForWhatPasses() {
        var one = declares();
        var indexer = with(one, new QueryTimeoutException("busy"));
        assertThatThrownBy(() -> indexer.work(100, true)).isInstanceOf(QueryTimeoutException.class);
        assertThat(store.backlog().failing()).isZero();
        assertThat(store.due(clock.instant(), 100)).contains(one);
        with(UUID.randomUUID(), new IllegalStateException()).work(100, true);
        assertThat(store.due(clock.instant(), 100)).isEmpty();
    }
}
