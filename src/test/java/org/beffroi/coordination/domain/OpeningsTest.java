package org.beffroi.coordination.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Submission;
import org.beffroi.incident.IncidentWork;
import org.beffroi.shared.DoctorCheck.Verdict;
import org.beffroi.shared.SettableClock;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.House;
import org.beffroi.testing.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Declarations are worked through behind their coming in: none is missed, and none holds up the others. */
@BeffroiTest
class OpeningsTest {
    private static final String END = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    @Autowired
    ApplicationContext context;

    @Autowired
    Declarations declarations;

    @Autowired
    IncidentWork work;

    @Autowired
    Openings openings;

    @Autowired
    ObligationStore store;

    @Autowired
    ObligationDoctor doctor;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @BeforeEach
    void moveIn() {
        House.of(context);
    }

    private Receipt declared() {
        var receipt = declarations.submit(
                Submission.now(
                        Village.enough(House.VALLEBRUNE),
                        "WEB",
                        UUID.randomUUID().toString()),
                Viewer.guest());
        work.openFor(receipt.declaration());
        return receipt;
    }

    private boolean heard(Receipt receipt) {
        return !store.live(receipt.declaration()).isEmpty();
    }

    /** What other tests left over may come first. */
    private boolean heardAfter(Receipt receipt, Duration time) {
        SettableClock.at(clock.instant().plus(time), openings::work);
        return heard(receipt);
    }

    private String move(String bookmark) {
        var before = jdbc.sql("select incident_id from coordination.bookmark where name = 'newest'")
                .query(String.class)
                .single();
        jdbc.sql("update coordination.bookmark set incident_id = cast(:to as uuid) where name = 'newest'")
                .param("to", bookmark)
                .update();
        return before;
    }

    @Test
    void whatIsCommittedBehindTheBookmarkIsHeardFiveMinutesLater() {
        var before = move(END);
        try {
            var late = declared();
            openings.work();
            assertThat(heard(late)).isFalse();
            Awaitility.await().until(() -> heardAfter(late, Duration.ofMinutes(6)));
        } finally {
            move(before);
        }
    }

    @Test
    void oneThatFailsHoldsUpNoOtherAndIsTriedAgain() {
        var before = move(END);
        try {
            var broken = declared();
            jdbc.sql("insert into coordination.judgement values (:id, now(), '{\"inScope\": \"what\"}')")
                    .param("id", work.openFor(broken.declaration()))
                    .update();
            move(before);
            var sound = declared();
            Awaitility.await().until(() -> heard(sound));
            assertThat(heard(broken)).isFalse();
            assertThat(doctor.check()).noneMatch(Verdict::well);
            jdbc.sql("delete from coordination.judgement where incident_id = :id")
                    .param("id", work.openFor(broken.declaration()))
                    .update();
            openings.work();
            assertThat(heard(broken)).isFalse();
            Awaitility.await().until(() -> heardAfter(broken, Duration.ofMinutes(3)));
            assertThat(doctor.check()).allMatch(Verdict::well);
        } finally {
            move(before);
        }
    }

    /** As it is when Beffroi learns rules that it had not before. */
    @Test
    void whatWasClosedBeforeTheRulesWereAskedIsPast() {
        var before = move(END);
        try {
            var past = declared();
            jdbc.sql("update incident.incident set open = false where id = :id")
                    .param("id", work.openFor(past.declaration()))
                    .update();
            move(before);
            var next = declared();
            Awaitility.await().until(() -> heard(next));
            assertThat(heard(past)).isFalse();
        } finally {
            move(before);
        }
    }
}
