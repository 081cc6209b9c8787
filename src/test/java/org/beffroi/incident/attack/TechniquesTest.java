package org.beffroi.incident.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What was done joins incidents, for the desk. */
@BeffroiTest
class TechniquesTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private Town.Declared one = new Town.Declared(new UUID(0, 0), new UUID(0, 0), "", "");
    private Town.Declared other = one;
    private Caller analyst = Caller.guest("");

    @BeforeEach
    void twoIncidents() {
        var town = new Town(context);
        one = town.declares(House.VALLEBRUNE, "Nadia Perrin", "Rançon.");
        other = town.declares(House.MONT_ALAOUI, "Luc Amiel", "Rançon aussi.");
        analyst = Caller.signedIn("http://127.0.0.1:" + port, House.email("analyst"));
    }

    private static String at(Town.Declared declared) {
        return "/api/v1/incidents/" + declared.reference() + "/techniques";
    }

    private String enters(Town.Declared declared, String typed, int status) {
        var answer = analyst.post(at(declared), Caller.JSON, "{\"technique\": \"" + typed + "\", \"words\": \"vu\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    @Test
    void theSameElsewhereIsFoundAndDrawn() {
        enters(one, "T1490 t1021.001", 200);
        assertThat(enters(other, "T1490", 200)).contains(one.reference());
        var page = analyst.get("/incidents/" + one.reference()).body();
        assertThat(page).contains("Inhibit System Recovery", "Impact", other.reference());
        var graph = analyst.get("/incidents/" + one.reference() + "/graph").body();
        assertThat(graph).contains("CH DE VALLEBRUNE", "T1490 Inhibit System", other.reference(), "<svg");
        assertThat(analyst.get("/api/v1/incidents/" + one.reference() + "/graph")
                        .body())
                .contains(other.reference());
    }

    @Test
    void wordsThatMeanOneAreEnoughAndSeveralAreNamed() {
        assertThat(enters(one, "inhibit recovery", 200)).contains("T1490");
        assertThat(enters(one, "phishing", 422)).contains("T1566 Phishing");
        assertThat(enters(one, "abracadabra", 422)).contains("technique");
        assertThat(enters(one, "", 422)).contains("technique");
        var page = analyst.post("/incidents/" + one.reference() + "/techniques", Caller.FORM, "technique=phishing");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("T1566 Phishing", "value=\"phishing\"");
    }

    @Test
    void whatWasNotDoneIsTakenBackOnce() {
        var id = enters(one, "T1190", 200).replaceFirst("(?s).*\"id\":\"([0-9a-f-]{36})\".*", "$1");
        assertThat(analyst.send("DELETE", at(one) + "/" + id, Caller.JSON, "", java.util.Map.of())
                        .statusCode())
                .isEqualTo(204);
        assertThat(analyst.send("DELETE", at(one) + "/" + id, Caller.JSON, "", java.util.Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(analyst.get(at(one)).body()).isEqualTo("[]");
    }

    @Test
    void onlyTheDeskReadsThem() {
        enters(one, "T1190", 200);
        assertThat(Caller.signedIn("http://127.0.0.1:" + port, House.email("agency"))
                        .get(at(one))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Caller.guest("http://127.0.0.1:" + port)
                        .get("/follow/" + one.token())
                        .body())
                .doesNotContain("T1190");
    }
}
