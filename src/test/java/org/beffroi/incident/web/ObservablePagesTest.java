package org.beffroi.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Observables by page and by API, and who does not see them. */
@BeffroiTest
class ObservablePagesTest {
    private final String address;
    private final Caller analyst;
    private String reference = "";
    private String follow = "";

    ObservablePagesTest(@Autowired ApplicationContext context, @LocalServerPort int port) {
        House.of(context);
        address = "http://127.0.0.1:" + port;
        analyst = Caller.signedIn(address, House.email("analyst"));
    }

    @BeforeEach
    void declare() {
        var answer = Caller.guest(address)
                .post(
                        "/api/v1/declarations",
                        Caller.JSON,
                        """
                        {"structure": "Clinique du Lac", "name": "Nadia", "phone": "01 99 00 00 00",
                         "foundAt": "2026-01-01T08:00:00Z", "description": "é", "care": "DEGRADED"}""",
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        reference = answer.body().replaceFirst("(?s).*?\"reference\":\"([^\"]+)\".*", "$1");
        follow = answer.body().replaceFirst("(?s).*?\"follow\":\"([^\"]+)\".*", "$1");
    }

    private String page() {
        return analyst.get("/incidents/" + reference).body();
    }

    @Test
    void entersWhatWasPastedAndShowsItSoThatNobodyComesThereByAClick() {
        assertThat(page()).contains("id=\"observables\"", "Nothing was entered yet");
        var form = Caller.form(Map.of("observables", "hxxp://one-click[.]net/a?b=<i>", "tlp", "RED"));
        var answer = analyst.post("/incidents/" + reference + "/observables", Caller.FORM, form);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(page())
                .contains("hxxp://one-click[.]net/a?b=", "TLP:RED", "nowhere else")
                .doesNotContain("http://one-click.net", "<i>");
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() {
        var form = Caller.form(Map.of("observables", "rien <b>de tel</b>", "tlp", "AMBER"));
        var answer = analyst.post("/incidents/" + reference + "/observables", Caller.FORM, form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "Nothing was recognised in this text",
                        "href=\"#f-observables\"",
                        "rien &lt;b&gt;de tel&lt;/b&gt;")
                .containsPattern("value=\"AMBER\"\\s+selected");
    }

    @Test
    void isThereForMachinesAndLetsGo() {
        var path = "/api/v1/incidents/" + reference + "/observables";
        var added = analyst.post(path, Caller.JSON, "{\"text\":\"CVE-2024-3400 and 8.8.4.4\"}");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
        assertThat(added.body())
                .contains("\"kind\":\"CVE\",\"value\":\"CVE-2024-3400\",\"tlp\":\"AMBER_STRICT\"", "\"kind\":\"IPV4\"");
        var id = added.body().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        assertThat(analyst.send("DELETE", path + "/" + id, Caller.JSON, "", Map.of())
                        .statusCode())
                .isEqualTo(204);
        assertThat(analyst.get(path).body()).doesNotContain("CVE-2024-3400");
        assertThat(analyst.post(path, Caller.JSON, "{}").statusCode()).isEqualTo(422);
    }

    @Test
    void tellsADeclarantNothing() {
        analyst.post(
                "/api/v1/incidents/" + reference + "/observables",
                Caller.JSON,
                "{\"text\":\"told-nobody.net\",\"tlp\":\"CLEAR\"}");
        var guest = Caller.guest(address);
        for (var path : new String[] {follow, "/api/v1" + follow, "/api/v1/declarations/" + reference + "/progress"}) {
            assertThat(guest.get(path).body()).as(path).doesNotContain("told-nobody");
        }
        assertThat(guest.get("/api/v1/incidents/" + reference + "/observables").statusCode())
                .isEqualTo(401);
    }

    @Test
    void handsOnWhatMayBeToldAndNameNobody() {
        var path = "/api/v1/incidents/" + reference + "/observables";
        analyst.post(path, Caller.JSON, "{\"text\":\"green-one.net\",\"tlp\":\"GREEN\"}");
        analyst.post(path, Caller.JSON, "{\"text\":\"red-one.net\",\"tlp\":\"RED\"}");
        var answer = analyst.get(path + "/stix");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/stix+json;version=2.1");
        assertThat(answer.body())
                .contains("[domain-name:value = 'green-one.net']", "TLP:GREEN", reference)
                .doesNotContain("red-one", "Clinique", "Nadia");
        assertThat(analyst.get(path + "/stix?tlp=RED").body()).contains("red-one.net");
        assertThat(analyst.get(path + "/stix?tlp=PINK").statusCode()).isEqualTo(422);
        assertThat(Caller.signedIn(address, House.email("agency"))
                        .get(path + "/stix?tlp=RED")
                        .statusCode())
                .isEqualTo(404);
        assertThat(page()).contains(path + "/stix");
    }
}
