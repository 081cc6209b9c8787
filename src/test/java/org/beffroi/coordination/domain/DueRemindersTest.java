package org.beffroi.coordination.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Submission;
import org.beffroi.incident.IncidentWork;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A structure that must tell somebody itself is reminded, in one message, once at each step, and no more when it has done so. */
@BeffroiTest
class DueRemindersTest {
    private static final String PHRASE = "these must still be told by yourselves";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    DueStore store;

    @Autowired
    DueReminders reminders;

    @Autowired
    ObligationKeeper keeper;

    @Autowired
    Declarations declarations;

    @Autowired
    Clock clock;

    private Receipt receipt = new Receipt(
            new UUID(0, 0), new org.beffroi.shared.PublicReference(2026, 1), Instant.EPOCH, false, null, false);
    private Instant found = Instant.EPOCH;

    @BeforeEach
    void anAttackWithDataLost() {
        House.of(context);
        declares(clock.instant());
    }

    private void declares(Instant when) {
        found = when;
        var answers = Village.enough(House.VALLEBRUNE)
                .with("foundAt", found.toString())
                .with("origin", "MALICIOUS")
                .with("dataKinds", "HEALTH")
                .with("dataEffects", "DISCLOSED");
        receipt = declarations.submit(
                Submission.now(answers, "WEB", UUID.randomUUID().toString()), Viewer.guest());
        context.getBean(IncidentWork.class).openFor(receipt.declaration());
        keeper.hear(receipt.declaration());
    }

    /** @return whether anything was said */
    private boolean roundAt(Duration after) {
        var now = found.plus(after);
        return store.open(now.minus(Duration.ofDays(6)), now.plus(Duration.ofDays(1))).stream()
                .filter(all -> all.getFirst().declaration().equals(receipt.declaration()))
                .map(all -> reminders.remind(all, now))
                .reduce(false, Boolean::logicalOr);
    }

    /** At noon in Paris, so many days after. */
    private Duration noon(int days) {
        var paris = found.atZone(org.beffroi.shared.Paris.ZONE);
        return Duration.between(
                found,
                paris.toLocalDate()
                        .plusDays(days)
                        .atTime(12, 0)
                        .atZone(org.beffroi.shared.Paris.ZONE)
                        .toInstant());
    }

    private int told() {
        return Caller.guest("http://127.0.0.1:" + port)
                        .get("/api/v1/follow/" + receipt.followToken() + "/messages")
                        .body()
                        .split(PHRASE, -1)
                        .length
                - 1;
    }

    @Test
    void onceBeforeAndOnceAfterInOneMessageForAll() {
        assertThat(roundAt(noon(1))).isFalse();
        assertThat(roundAt(noon(3).minusHours(1))).isTrue();
        assertThat(roundAt(noon(3).minusHours(1))).isFalse();
        Awaitility.await().until(() -> told() == 1);
        var words = Caller.guest("http://127.0.0.1:" + port)
                .get("/api/v1/follow/" + receipt.followToken() + "/messages")
                .body();
        assertThat(words).contains("CNIL", "Already told", "Déjà prévenus").doesNotContain("ANSSI");
        assertThat(roundAt(noon(5))).isTrue();
        Awaitility.await().until(() -> told() == 2);
    }

    @Test
    void nobodyIsRemindedOfWhatIsDone() {
        var sheet = declarations.followed(String.valueOf(receipt.followToken()));
        declarations.amend(
                receipt.declaration(),
                sheet.answers().with("told", "CNIL", "POLICE", "INSURER"),
                1,
                House.of(context).viewer("analyst"));
        keeper.hear(receipt.declaration());
        assertThat(roundAt(noon(4))).isFalse();
        assertThat(told()).isZero();
    }

    @Test
    void theDeskSeesOverAllIncidentsWhoIsStillToBeToldTheLongestDueFirst() {
        declares(clock.instant().minus(Duration.ofDays(4_000)));
        var analyst = Caller.signedIn("http://127.0.0.1:" + port, House.email("analyst"));
        assertThat(analyst.get("/api/v1/obligations?whose=LONG_LATE").body())
                .contains(receipt.reference().toString(), "CNIL");
        assertThat(analyst.get("/obligations?whose=LONG_LATE").body())
                .contains(receipt.reference().toString(), "Late for over a month");
        assertThat(analyst.get("/obligations?whose=NOBODY").statusCode()).isEqualTo(422);
        assertThat(Caller.signedIn("http://127.0.0.1:" + port, House.email("agency"))
                        .get("/obligations")
                        .statusCode())
                .isEqualTo(403);
    }
}
