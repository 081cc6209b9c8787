package org.beffroi.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** A lead registers another machine, by page and by API. */
@BeffroiTest
class WebhookPagesTest {
    private static final String PAGES = "/messages/webhooks";
    private static final String API = "/api/v1/messages/webhooks";
    private static final String ADDRESS = "https://soc.example/hooks/t0ken-881?key=hidden-882";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private Caller lead = Caller.guest("");

    @BeforeEach
    void aLeadComes() {
        House.of(context);
        lead = Caller.signedIn("http://127.0.0.1:" + port, House.email("lead"));
    }

    @AfterEach
    void stopsAll() {
        JsonMapper.shared()
                .readTree(lead.get(API).body())
                .forEach(hook -> lead.send("DELETE", API + "/" + hook.get("id").asString(), Caller.JSON, "", Map.of()));
    }

    private HttpResponse<String> registers(String address, String name) {
        return lead.post(PAGES, Caller.FORM, Caller.form(Map.of("address", address, "name", name)));
    }

    private String id() {
        return JsonMapper.shared()
                .readTree(lead.get(API).body())
                .get(0)
                .get("id")
                .asString();
    }

    @Test
    void theSecretIsShownOnceAndTheAddressNeverAgain() {
        var registered = registers(ADDRESS, "GRADeS Bretagne");
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        assertThat(registered.body())
                .contains("whsec_", "https://soc.example", "GRADeS Bretagne")
                .doesNotContain("t0ken-881", "hidden-882");
        for (var page : new String[] {PAGES, PAGES + "/" + id(), API, API + "/" + id()}) {
            assertThat(lead.get(page).body())
                    .as(page)
                    .contains("https://soc.example")
                    .doesNotContain("whsec_", "t0ken-881", "hidden-882");
        }
    }

    @Test
    void whatIsWrongIsSaidAllAtOnceAndNothingTypedIsLost() {
        var refused = registers("http://10.0.0.1/x", " ");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "Only https", "Say whose machine it is.", "value=\"http://10.0.0.1/x\"", "href=\"#f-address\"");
        var french = lead.post(
                PAGES + "?lang=fr",
                Caller.FORM,
                Caller.form(Map.of("address", "https://169.254.169.254/", "name", "x")));
        assertThat(french.body()).contains("Cette adresse n’est pas sur Internet");
    }

    @Test
    void aTestGoesOutAndIsSeenOnItsPage() {
        registers(ADDRESS, "GRADeS Bretagne");
        var page = PAGES + "/" + id();
        assertThat(lead.get(page).body()).contains("Nothing has happened since it was registered.");
        assertThat(lead.post(page + "/test", Caller.FORM, "").statusCode()).isEqualTo(302);
        assertThat(lead.get(page + "?tested").body()).contains("The test goes out within seconds.", ">Test<");
        assertThat(lead.get(page + "?lang=fr").body()).contains("Derniers envois", ">Test<");
    }

    @Test
    void theSecretIsReplacedAndTheMachineStopped() {
        registers(ADDRESS, "GRADeS Bretagne");
        var page = PAGES + "/" + id();
        assertThat(lead.post(page + "/secret", Caller.FORM, "").body())
                .contains("whsec_", "Events bear two signatures");
        assertThat(lead.get(page).body()).doesNotContain("whsec_");
        assertThat(lead.post(page + "/end", Caller.FORM, "").statusCode()).isEqualTo(302);
        assertThat(lead.get(page).body()).contains(">stopped<").doesNotContain("Replace the secret");
        assertThat(lead.post(page + "/test", Caller.FORM, "").statusCode()).isEqualTo(409);
        var trail = lead.get("/audit").body();
        assertThat(trail).contains("registered a machine", "replaced a machine’s secret", "stopped telling a machine");
    }

    @Test
    void theApiDoesTheSame() {
        var made = lead.post(
                API, Caller.JSON, "{\"address\": \"%s\", \"name\": \"SOC\", \"rehearsals\": true}".formatted(ADDRESS));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.body()).contains("whsec_");
        var at = API + "/" + JsonMapper.shared().readTree(made.body()).get("id").asString();
        assertThat(lead.post(at + "/test", Caller.JSON, "").statusCode()).isEqualTo(204);
        assertThat(lead.get(at).body()).contains("\"kind\":\"test\"", "\"rehearsals\":true");
        assertThat(lead.post(at + "/secret", Caller.JSON, "").body()).contains("whsec_");
        assertThat(lead.post(API, Caller.JSON, "{}").statusCode()).isEqualTo(422);
        assertThat(lead.send("DELETE", at, Caller.JSON, "", Map.of()).statusCode())
                .isEqualTo(204);
    }

    @Test
    void nobodyButALeadHasAnythingToDoWithIt() {
        registers(ADDRESS, "GRADeS Bretagne");
        for (var other : new String[] {"analyst", "declarant", "agency", "observatory", "admin"}) {
            var caller = Caller.signedIn("http://127.0.0.1:" + port, House.email(other));
            for (var page : new String[] {PAGES, PAGES + "/" + id(), API, API + "/" + id()}) {
                assertThat(caller.get(page).statusCode()).as(other + page).isEqualTo(403);
            }
        }
        assertThat(lead.get("/messages").body()).contains("href=\"/messages/webhooks\"");
        var analyst = Caller.signedIn("http://127.0.0.1:" + port, House.email("analyst"));
        assertThat(analyst.get("/messages").body()).doesNotContain("/messages/webhooks");
    }
}
