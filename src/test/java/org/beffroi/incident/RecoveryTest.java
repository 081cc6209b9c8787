package org.beffroi.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.beffroi.incident.domain.Recoveries;
import org.beffroi.incident.domain.Recovery;
import org.beffroi.incident.domain.Recovery.Kind;
import org.beffroi.incident.domain.Recovery.Point;
import org.beffroi.incident.domain.Recovery.Service;
import org.beffroi.incident.domain.Speakers;
import org.beffroi.journal.Journal;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.beffroi.testing.Town.Declared;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Service by service, over weeks: who says how far it is, and who sees it. */
@BeffroiTest
class RecoveryTest {
    private static final Service LABORATORY = new Service(Kind.SYSTEM, "LABORATORY");

    @Autowired
    ApplicationContext context;

    @Autowired
    Recoveries recoveries;

    @Autowired
    Speakers speakers;

    @LocalServerPort
    int port;

    private String address = "";
    private Declared told;

    @BeforeEach
    void aStructureIsHit() {
        address = "http://127.0.0.1:" + port;
        told = new Town(context).declares(House.VALLEBRUNE, "Nadia Perrin", "Le laboratoire ne répond plus.");
    }

    private Caller guest() {
        return Caller.guest(address);
    }

    private Caller signedIn(String who) {
        return Caller.signedIn(address, House.email(who));
    }

    private int says(Caller who, String at, Map<String, String> form) {
        return who.post(at + "/recovery", Caller.FORM, Caller.form(form)).statusCode();
    }

    private Recovery now() {
        var viewer = House.of(context).viewer("analyst");
        return recoveries.of(speakers.find(told.reference(), viewer));
    }

    private List<Integer> percents(Service service) {
        return now().curves().stream()
                .filter(curve -> curve.service().equals(service))
                .flatMap(curve -> curve.points().stream())
                .map(Point::percent)
                .toList();
    }

    @Test
    void theStructureSaysItByItsSecretLinkAndTheDeskSeesTheCurve() {
        var own = "/follow/" + told.token();
        assertThat(says(guest(), own, Map.of("service", "SYSTEM:LABORATORY", "percent", "0")))
                .isEqualTo(302);
        assertThat(says(guest(), own, Map.of("percent.SYSTEM:LABORATORY", "50", "service", "", "percent", "0")))
                .isEqualTo(302);
        assertThat(percents(LABORATORY)).containsExactly(0, 50);
        assertThat(guest().get(own).body()).contains("50\u00a0%", "<polyline points=");
        var desk = signedIn("analyst").get("/incidents/" + told.reference()).body();
        assertThat(desk).contains("id=\"recovery\"", "50\u00a0%", "href=\"#recovery\"");
    }

    @Test
    void theDeskWritesWhatItHearsOnTheTelephoneWithTheHour() {
        var analyst = signedIn("analyst");
        var asOf = Map.of("service", "ACTIVITY:EMERGENCY", "percent", "25", "asOf", "2026-01-03T02:10");
        assertThat(says(analyst, "/declarations/" + told.reference(), asOf)).isEqualTo(302);
        var curve = now().curves().getFirst();
        assertThat(curve.last()).isEqualTo(new Point(Instant.parse("2026-01-03T01:10:00Z"), 25, true));
        assertThat(curve.service().code()).isEqualTo("EMERGENCY");
    }

    @Test
    void nothingNewIsSaidOfWhatWasLeftAlone() {
        var own = "/follow/" + told.token();
        says(guest(), own, Map.of("service", "SYSTEM:LABORATORY", "percent", "25"));
        assertThat(says(guest(), own, Map.of("percent.SYSTEM:LABORATORY", ""))).isEqualTo(302);
        assertThat(percents(LABORATORY)).containsExactly(25);
    }

    @Test
    void theLastWordIsTakenBack() {
        var own = "/follow/" + told.token();
        says(guest(), own, Map.of("service", "SYSTEM:LABORATORY", "percent", "25"));
        says(guest(), own, Map.of("percent.SYSTEM:LABORATORY", "100"));
        var form = Caller.form(Map.of("last", "SYSTEM:LABORATORY"));
        assertThat(guest().post(own + "/recovery/removal", Caller.FORM, form).statusCode())
                .isEqualTo(302);
        assertThat(percents(LABORATORY)).containsExactly(25);
    }

    @Test
    void refusesWhatIsNoServiceNoShareOrNotYet() {
        var own = "/follow/" + told.token();
        assertThat(says(guest(), own, Map.of("service", "SYSTEM:NONE", "percent", "25")))
                .isEqualTo(422);
        assertThat(says(guest(), own, Map.of("service", "LABORATORY", "percent", "25")))
                .isEqualTo(422);
        assertThat(says(guest(), own, Map.of("service", "SYSTEM:LABORATORY", "percent", "101")))
                .isEqualTo(422);
        assertThat(says(guest(), own, Map.of("service", "SYSTEM:LABORATORY", "percent", "bien")))
                .isEqualTo(422);
        var later = Map.of("service", "SYSTEM:LABORATORY", "percent", "25", "asOf", "2099-01-01T00:00");
        assertThat(says(guest(), own, later)).isEqualTo(422);
        assertThat(now().told()).isFalse();
    }

    @Test
    void anotherStructureNeitherSeesNorSaysIt() {
        var stranger = signedIn("neighbour");
        assertThat(says(stranger, "/declarations/" + told.reference(), Map.of()))
                .isEqualTo(404);
        assertThat(stranger.get("/api/v1/declarations/" + told.reference() + "/recovery")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void eachWordIsAFactInCodes(@Autowired Journal journal) {
        says(guest(), "/follow/" + told.token(), Map.of("service", "SYSTEM:IMAGING", "percent", "75"));
        assertThat(signedIn("analyst")
                        .get("/api/v1/declarations/" + told.reference() + "/recovery")
                        .body())
                .contains("\"service\":\"IMAGING\"", "\"percent\":75");
        await().untilAsserted(() -> assertThat(
                        journal.asKnownAt(Instant.now().plusSeconds(60), World.NATIONAL, Set.of("incident.recovery")))
                .anySatisfy(fact -> assertThat(fact.data())
                        .containsEntry("kind", "SYSTEM")
                        .containsEntry("service", "IMAGING")
                        .containsEntry("percent", 75)));
    }
}
