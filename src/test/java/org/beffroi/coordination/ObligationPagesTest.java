package org.beffroi.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** By page and by API: what is to be told, what a recipient sees of it, and that it was told. */
@BeffroiTest
class ObligationPagesTest {
    private static final JsonMapper JSON = new JsonMapper();

    /** Stands in every answer that is written in words. */
    private static final String WORDS = "Madame Untel attend sa perfusion.";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private Caller analyst = Caller.guest("");
    private String reference = "";

    @BeforeEach
    void aStructureDeclares() {
        House.of(context);
        var address = "http://127.0.0.1:" + port;
        analyst = Caller.signedIn(address, House.email("analyst"));
        reference = new Town(context)
                .declares(House.VALLEBRUNE, "Nadia Perrin", WORDS)
                .reference();
        Awaitility.await().until(() -> obligations().size() == 5);
    }

    private String api() {
        return "/api/v1/incidents/" + reference + "/obligations";
    }

    private String page(String recipient) {
        return "/incidents/" + reference + "/obligations/" + recipient + "/transmission";
    }

    private List<JsonNode> obligations() {
        return JSON.readTree(analyst.get(api()).body()).valueStream().toList();
    }

    private JsonNode one(String recipient) {
        return obligations().stream()
                .filter(obligation -> obligation.get("recipient").asString().equals(recipient))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsOnTheIncidentWhoIsToldWhyAndByWhen() {
        assertThat(analyst.get("/incidents/" + reference).body())
                .contains("Who must be told", "Regional health agency (ARS)", "without delay")
                .contains("a complaint within 72 hours", "LOPMI", "h left")
                .contains("href=\"" + page("POLICE") + "\"")
                .doesNotContain("??");
        assertThat(analyst.get("/incidents/" + reference + "?lang=fr").body())
                .contains("Qui doit être informé", "sans délai", "encore 7")
                .doesNotContain("??");
    }

    @Test
    void sendsARecipientNothingBeyondItsOwnFields() {
        for (var obligation : obligations()) {
            var recipient = obligation.get("recipient").asString();
            var sent = JSON.readTree(
                    analyst.get(api() + "/" + recipient + "/transmission.json").body());
            var answers = sent.get("declarations").get(0).get("answers");
            assertThat(answers.propertyNames()).isSubsetOf(MAY_SEE.getOrDefault(recipient, List.of()));
            assertThat(answers.propertyNames()).contains("structure", "foundAt");
        }
        for (var recipient : List.of("POLICE", "INSURER")) {
            assertThat(analyst.get(api() + "/" + recipient + "/transmission.json")
                            .body())
                    .doesNotContain("Madame Untel", "Nadia Perrin", "06 12 34 56 78");
            assertThat(analyst.get(page(recipient)).body()).doesNotContain("Madame Untel", "06 12 34 56 78");
        }
    }

    /** Written here once more: what a recipient may see is widened in two places, or not at all. */
    private static final Map<String, List<String>> MAY_SEE = Map.of(
            "ARS",
            List.of(
                    "structure",
                    "name",
                    "phone",
                    "email",
                    "outOfBand",
                    "foundAt",
                    "description",
                    "care",
                    "endangerment",
                    "endangermentDescription",
                    "activities",
                    "helpWanted",
                    "supportKinds",
                    "state",
                    "systems",
                    "origin",
                    "causes",
                    "providerKind",
                    "providerName",
                    "function",
                    "told"),
            "FSSI",
            List.of(
                    "structure",
                    "name",
                    "phone",
                    "email",
                    "outOfBand",
                    "foundAt",
                    "description",
                    "care",
                    "endangerment",
                    "activities",
                    "helpWanted",
                    "supportKinds",
                    "state",
                    "systems",
                    "origin",
                    "causes",
                    "providerKind",
                    "providerName",
                    "function",
                    "told"),
            "CORRUSS",
            List.of(
                    "structure",
                    "phone",
                    "outOfBand",
                    "foundAt",
                    "care",
                    "endangerment",
                    "endangermentDescription",
                    "activities",
                    "state",
                    "systems"),
            "POLICE",
            List.of("structure", "foundAt", "systems", "origin", "causes"),
            "INSURER",
            List.of("structure", "foundAt", "state", "systems", "origin", "causes"));

    @Test
    void recordsByPageThatARecipientWasTold() {
        var wrong = analyst.post(page("ARS"), Caller.FORM, Caller.form(Map.of("toldAt", "2026", "channel", "")));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#f-toldAt\"", "href=\"#f-channel\"");
        var told = Caller.form(Map.of("toldAt", "2026-03-02T08:00", "channel", "EMAIL", "receipt", "<b>7</b>"));
        assertThat(analyst.post(page("ARS"), Caller.FORM, told).statusCode()).isEqualTo(302);
        assertThat(analyst.get("/incidents/" + reference).body()).contains("&lt;b&gt;7&lt;/b&gt;");
        assertThat(one("ARS").get("told").get("toldAt").asString()).isEqualTo("2026-03-02T07:00:00Z");
        assertThat(analyst.post(page("ARS"), Caller.FORM, told).statusCode()).isEqualTo(409);
    }

    @Test
    void recordsByApiThatARecipientWasTold() {
        var body = "{\"toldAt\": \"2026-03-02T08:00:00+01:00\", \"channel\": \"PORTAL\", \"receipt\": \"P-12\"}";
        var answer = analyst.post(api() + "/POLICE/transmission", Caller.JSON, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var police = one("POLICE");
        assertThat(police.get("by").asString()).isEqualTo("STRUCTURE");
        assertThat(police.get("told").get("late").asBoolean()).isFalse();
        assertThat(police.get("told").get("receipt").asString()).isEqualTo("P-12");
        assertThat(analyst.post(api() + "/POLICE/transmission", Caller.JSON, body)
                        .statusCode())
                .isEqualTo(409);
        assertThat(analyst.post(api() + "/INSURER/transmission", Caller.JSON, "{}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void anotherRegionsAgencyFindsNothing() {
        var agency = Caller.signedIn("http://127.0.0.1:" + port, House.email("agency"));
        assertThat(agency.get(api()).statusCode()).isEqualTo(404);
        assertThat(agency.get(api() + "/ARS/transmission.json").statusCode()).isEqualTo(404);
    }
}
