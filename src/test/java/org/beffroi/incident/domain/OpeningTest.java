package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.beffroi.testing.Village.VALLEBRUNE;
import static org.beffroi.testing.Village.enough;

import java.util.List;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.NotFollowed;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Submission;
import org.beffroi.journal.Journal;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Village;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.transaction.support.TransactionTemplate;

/** What is acknowledged stands in the queue; and what keeps it from standing there does not keep it from being acknowledged. */
@BeffroiTest
class OpeningTest {
    private static final World WORLD = new World("opening-test");

    @Autowired
    Declarations declarations;

    @Autowired
    IncidentStore store;

    @Autowired
    Journal journal;

    @Autowired
    FailedEventPublications failed;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Village village;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void letIncidentsIn() {
        jdbc.sql("drop trigger if exists refuse on incident.incident").update();
    }

    private void refuseIncidents() {
        jdbc.sql("""
                        create or replace function incident.refuse_opening() returns trigger language plpgsql as $$
                        begin raise exception 'no incident in this world'; end $$;
                        create trigger refuse before insert on incident.incident for each row
                            when (new.world = 'opening-test') execute function incident.refuse_opening()
                        """).update();
    }

    private Receipt declare(String key) {
        return declarations.submit(new Submission(enough(VALLEBRUNE), "WEB", WORLD, null, key, null), Viewer.guest());
    }

    private long factsAbout(String type) {
        return journal.asKnownAt(java.time.Instant.now().plusSeconds(60), WORLD, List.of(type))
                .size();
    }

    @Test
    void standsInTheQueueWhenItIsAcknowledged() {
        var opened = factsAbout("incident.opened");
        var receipt = declare(UUID.randomUUID().toString());
        var incident = store.read(store.ofDeclaration(receipt.declaration()).orElseThrow());
        assertThat(incident.reference()).isEqualTo(receipt.reference());
        assertThat(factsAbout("incident.opened")).isEqualTo(opened + 1);
    }

    @Test
    void isAcknowledgedOnceAndOpenedLaterWhenTheIncidentCannotBeOpened() {
        refuseIncidents();
        var received = factsAbout("declaration.received");
        var opened = factsAbout("incident.opened");
        var key = UUID.randomUUID().toString();
        var receipt = declare(key);
        assertThat(declare(key).reference()).isEqualTo(receipt.reference());
        assertThat(store.ofDeclaration(receipt.declaration())).isEmpty();
        assertThat(factsAbout("declaration.received")).isEqualTo(received + 1);

        await().until(() -> owed(receipt) && !owedAndNotFailed(receipt));
        letIncidentsIn();
        failed.resubmit(ResubmissionOptions.defaults());

        await().until(() -> store.ofDeclaration(receipt.declaration()).isPresent() && !owed(receipt));
        assertThat(factsAbout("incident.opened")).isEqualTo(opened + 1);
    }

    @Test
    void isNotTriedAgainInATransactionThatIsLostAlready() {
        refuseIncidents();
        var received = factsAbout("declaration.received");
        assertThatThrownBy(() ->
                        transaction.execute(status -> declare(UUID.randomUUID().toString())))
                .as("what failed, and not that it was tried once more")
                .isInstanceOf(NotFollowed.class)
                .hasStackTraceContaining("no incident in this world");
        assertThat(factsAbout("declaration.received")).isEqualTo(received);
    }

    private boolean owed(Receipt receipt) {
        return publications(receipt, "true");
    }

    private boolean owedAndNotFailed(Receipt receipt) {
        return publications(receipt, "status <> 'FAILED'");
    }

    private boolean publications(Receipt receipt, String condition) {
        return jdbc.sql("select count(*) from platform.event_publication where serialized_event like :which and "
                                + condition)
                        .param("which", "%" + receipt.declaration() + "%")
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
