package org.beffroi.observatory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Submission;
import org.beffroi.declaration.domain.Withdrawals;
import org.beffroi.incident.IncidentWork;
import org.beffroi.shared.Paris;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.beffroi.testing.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** It was no incident after all: who declared says so, it hurries nobody, and counts no more from that day on. */
@BeffroiTest
class WithdrawnTest {
    private static final World WORLD = new World("withdrawn");
    private static final Viewer OBSERVATORY =
            new Viewer(UUID.randomUUID(), "Hugo Marchand", Set.of(Role.OBSERVATORY), Scope.nation());

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Declarations declarations;

    @Autowired
    IncidentWork work;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    Observatory observatory;

    @Autowired
    Clock clock;

    private Caller guest = Caller.guest("");
    private Caller analyst = Caller.guest("");
    private Town.Declared declared;

    WithdrawnTest() {
        this.declared = new Town.Declared(new UUID(0, 0), new UUID(0, 0), "", "");
    }

    @BeforeEach
    void somebodyHasDeclared() {
        declared = new Town(context).declares(House.VALLEBRUNE, "Nadia Perrin", "Un écran demande une rançon.");
        guest = Caller.guest("http://127.0.0.1:" + port);
        analyst = Caller.signedIn("http://127.0.0.1:" + port, House.email("analyst"));
    }

    private String link() {
        return "/follow/" + declared.token();
    }

    private int withdraws(Caller who, String page, String reason, String words) {
        return who.post(page + "/withdrawal", Caller.FORM, Caller.form(Map.of("reason", reason, "words", words)))
                .statusCode();
    }

    private String incident() {
        return analyst.get("/incidents/" + declared.reference()).body();
    }

    /** Why it stands where it does in the queue. */
    private String reasons() {
        return analyst.get("/api/v1/incidents?q=" + declared.reference()).body();
    }

    @Test
    void whoeverDeclaredSaysSoAndTheDeskClosesWithOnePress() {
        assertThat(reasons()).contains("CARE_DEGRADED");
        assertThat(incident()).doesNotContain("Withdrawn:");
        assertThat(withdraws(guest, link(), "NOT_CONFIRMED", "C’était un exercice de formation."))
                .isEqualTo(302);
        assertThat(withdraws(guest, link(), "MISTAKE", "Deux fois."))
                .as("twice")
                .isEqualTo(302);
        assertThat(guest.get(link()).body())
                .contains("Withdrawn", "C’était un exercice de formation.", "Un écran demande une rançon.")
                .doesNotContain("Deux fois.");
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(incident()).contains("nothing is confirmed any more", "Close as a false alarm"));
        assertThat(reasons()).contains(declared.reference()).doesNotContain("CARE_DEGRADED");
        var closed = analyst.post(
                "/incidents/" + declared.reference() + "/closure",
                Caller.FORM,
                Caller.form(Map.of("outcome", "FALSE_ALARM", "entryPoint", "NOT_APPLICABLE")));
        assertThat(closed.statusCode()).isEqualTo(302);
        assertThat(incident()).contains("False alarm");
    }

    @Test
    void itIsTakenBackAndHurriesAgain() {
        withdraws(analyst, "/declarations/" + declared.reference(), "MISTAKE", "");
        Awaitility.await().untilAsserted(() -> assertThat(incident()).contains("nothing is confirmed any more"));
        assertThat(guest.get(link()).body()).contains("by the desk").doesNotContain("Claire Vasseur");
        assertThat(guest.post(link() + "/withdrawal/end", Caller.FORM, "").statusCode())
                .isEqualTo(302);
        Awaitility.await().untilAsserted(() -> assertThat(incident()).doesNotContain("nothing is confirmed any more"));
        assertThat(reasons()).contains("CARE_DEGRADED");
    }

    @Test
    void aNeighbourAndAnAgencyCannot() {
        var neighbour = Caller.signedIn("http://127.0.0.1:" + port, House.email("neighbour"));
        assertThat(withdraws(neighbour, "/declarations/" + declared.reference(), "TEST", ""))
                .isEqualTo(404);
        var agency = Caller.signedIn("http://127.0.0.1:" + port, House.email("agency"));
        assertThat(withdraws(agency, "/declarations/" + declared.reference(), "TEST", ""))
                .isEqualTo(403);
        assertThat(withdraws(guest, link(), "WHATEVER", "")).isEqualTo(422);
        assertThat(guest.get(link()).body()).contains("Was it no incident after all?");
    }

    @Test
    void countsUntilTheDayOnWhichItWasWithdrawnAndAgainFromTheDayOnWhichItWasNot() {
        var desk = House.of(context).viewer("analyst");
        var reference = declarations.submit(
                new Submission(
                        Village.enough(House.VALLEBRUNE)
                                .with("foundAt", clock.instant().toString()),
                        "IMPORT",
                        WORLD,
                        clock.instant(),
                        UUID.randomUUID().toString(),
                        null),
                desk);
        work.openFor(reference.declaration());
        assertThat(incidents()).isEqualTo(1);
        withdrawals.withdraw(reference.reference().toString(), "NOT_CONFIRMED", "", desk);
        assertThat(incidents()).isZero();
        withdrawals.restore(reference.reference().toString(), desk);
        assertThat(incidents()).isEqualTo(1);
    }

    private long incidents() {
        var today = LocalDate.now(clock.withZone(Paris.ZONE));
        var year = observatory.year(
                OBSERVATORY,
                new FigureRequest(WORLD, null, null),
                Year.from(today).getValue());
        return Objects.requireNonNull(year.figure("incidents").n());
    }
}
