package org.beffroi.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.beffroi.incident.domain.Support;
import org.beffroi.incident.domain.Support.Step;
import org.beffroi.incident.domain.Supports;
import org.beffroi.journal.Journal;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Asked, offered, accepted, given: and what of it each side reads. */
@BeffroiTest
class SupportTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    Supports supports;

    @LocalServerPort
    int port;

    private Town.Declared declared;
    private String own = "";
    private String desk = "";
    private Caller analyst = Caller.guest("");
    private Caller guest = Caller.guest("");

    @BeforeEach
    void aStructureIsHit() {
        var address = "http://127.0.0.1:" + port;
        declared = new Town(context).declares(House.MONT_ALAOUI, "Luc Amiel", "Plus de réseau.");
        own = "/follow/" + declared.token();
        desk = "/declarations/" + declared.reference();
        analyst = Caller.signedIn(address, House.email("analyst"));
        guest = Caller.guest(address);
    }

    private static int says(Caller who, String at, String... fields) {
        var form = new HashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return who.post(at + "/support", Caller.FORM, Caller.form(form)).statusCode();
    }

    private Support only() {
        var viewer = House.of(context).viewer("analyst");
        return supports.of(declared.incident(), viewer).stream()
                .filter(support -> support.kind().equals("RESTORE"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void goesFromTheQuestionToTheHours() {
        assertThat(says(guest, own, "kind", "RESTORE", "step", "ASKED")).isEqualTo(302);
        assertThat(only().stands()).isEqualTo(Step.ASKED);
        assertThat(says(analyst, desk, "kind", "RESTORE", "step", "OFFERED", "words", "Deux personnes demain à 8 h."))
                .isEqualTo(302);
        assertThat(guest.get(own).body()).contains("Deux personnes demain à 8 h.", "Yes, please");
        assertThat(says(guest, own, "kind", "RESTORE", "step", "ACCEPTED")).isEqualTo(302);
        assertThat(says(
                        analyst,
                        desk,
                        "kind",
                        "RESTORE",
                        "step",
                        "WORKED",
                        "words",
                        "Marc, sauvegardes",
                        "hours",
                        "1,5"))
                .isEqualTo(302);
        assertThat(says(analyst, desk, "kind", "RESTORE", "step", "WORKED", "words", "Claire", "hours", "2"))
                .isEqualTo(302);
        assertThat(only().stands()).isEqualTo(Step.ACCEPTED);
        assertThat(only().minutes()).isEqualTo(210);
        assertThat(analyst.get("/incidents/" + declared.reference()).body())
                .contains("id=\"support\"", "3.5 h", "Marc, sauvegardes");
    }

    @Test
    void whoOfTheDeskDidWhatStaysThere() {
        says(analyst, desk, "kind", "RESTORE", "step", "OFFERED", "words", "Demain");
        says(analyst, desk, "kind", "RESTORE", "step", "WORKED", "words", "Marc, chez eux", "hours", "2");
        var page = guest.get(own).body();
        assertThat(page).contains("Demain").doesNotContain("Marc, chez eux", "Claire Vasseur");
        var agency = Caller.signedIn("http://127.0.0.1:" + port, House.email("agency"));
        assertThat(agency.get("/api/v1/incidents/" + declared.reference() + "/support")
                        .body())
                .contains("Demain")
                .doesNotContain("Marc, chez eux");
    }

    @Test
    void aStructureSpeaksForItselfOnly() {
        assertThat(says(guest, own, "kind", "RESTORE", "step", "WORKED", "hours", "5"))
                .isEqualTo(422);
        assertThat(says(guest, own, "kind", "NONE", "step", "ASKED")).isEqualTo(422);
        assertThat(says(analyst, desk, "kind", "RESTORE", "step", "WORKED", "hours", "bien"))
                .isEqualTo(422);
        assertThat(says(analyst, desk, "kind", "RESTORE", "step", "nothing")).isEqualTo(422);
        var stranger = Caller.signedIn("http://127.0.0.1:" + port, House.email("declarant"));
        assertThat(says(stranger, desk, "kind", "RESTORE", "step", "ASKED")).isEqualTo(404);
        var viewer = House.of(context).viewer("analyst");
        assertThat(supports.of(declared.incident(), viewer)).isEmpty();
    }

    @Test
    void eachStepIsAFactInCodes(@Autowired Journal journal) {
        says(analyst, desk, "kind", "LEGAL", "step", "WORKED", "hours", "0.5");
        await().untilAsserted(() -> assertThat(
                        journal.asKnownAt(Instant.now().plusSeconds(60), World.NATIONAL, Set.of("incident.support")))
                .anySatisfy(fact -> assertThat(fact.data())
                        .containsAllEntriesOf(Map.of("kind", "LEGAL", "step", "WORKED", "minutes", 30))));
    }
}
