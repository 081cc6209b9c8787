package org.beffroi.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Browser.Look;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** A desk's evening: the same filters again, many at once, and what came in meanwhile. */
@BeffroiTest
class QueuePagesTest {
    private final ApplicationContext context;
    private final String address;
    private Town town;
    private Caller analyst = Caller.guest("");

    QueuePagesTest(@Autowired ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.address = "http://127.0.0.1:" + port;
        this.town = new Town(context);
    }

    @BeforeEach
    void signIn() {
        town = new Town(context);
        analyst = signedIn("analyst");
    }

    private Caller signedIn(String who) {
        return Caller.signedIn(address, House.email(who));
    }

    private String declared() {
        return town.declares(House.VALLEBRUNE, "Nadia Perrin", "La messagerie est coupée.")
                .reference();
    }

    private static int post(Caller who, String at, Map<String, String> form) {
        return who.post(at, Caller.FORM, Caller.form(form)).statusCode();
    }

    @Test
    void keepsFiltersUnderANameAndSharesThem() {
        var filters = "/incidents/views?view=open&region=93&q=brune%20%C3%A9tage&verified=false&page=3";
        assertThat(post(analyst, filters, Map.of("name", "Ma région", "shared", "true")))
                .isEqualTo(302);
        var link = "/incidents?view=open&amp;region=93&amp;q=brune+%C3%A9tage&amp;verified=false";
        assertThat(analyst.get("/incidents").body()).contains("Ma région", link);
        assertThat(signedIn("lead").get("/incidents").body()).contains("Ma région");
        assertThat(signedIn("agency").get("/incidents").body()).doesNotContain("Ma région");
        var views = JsonMapper.shared()
                .readTree(analyst.get("/api/v1/incidents/views").body());
        var id = views.valueStream()
                .filter(view -> view.get("name").asString().equals("Ma région"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
        assertThat(post(signedIn("lead"), "/incidents/views/" + id + "/removal", Map.of()))
                .as("only whose it is")
                .isEqualTo(404);
        assertThat(post(analyst, "/incidents/views/" + id + "/removal", Map.of()))
                .isEqualTo(302);
        assertThat(analyst.get("/incidents").body()).doesNotContain("Ma région");
    }

    @Test
    void aNameMustBeAName() {
        assertThat(post(analyst, "/incidents/views?view=open", Map.of("name", " ")))
                .isEqualTo(422);
        assertThat(post(analyst, "/incidents/views?view=none", Map.of("name", "x")))
                .isEqualTo(422);
    }

    @Test
    void oneDeedOnAllThatIsTicked() {
        var one = declared();
        var other = declared();
        var form = "deed=take&incident=" + one + "&incident=" + other + "&back=view%3Dopen";
        var page = analyst.post("/incidents/together", Caller.FORM, form);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Done: 2", one, other, "href=\"/incidents?view=open\"");
        assertThat(analyst.post("/incidents/together", Caller.FORM, form).body())
                .contains("Not done: 2", "already has it in hand");
        assertThat(analyst.post("/incidents/together", Caller.FORM, "deed=take").body())
                .contains("Nothing is ticked");
        assertThat(post(signedIn("agency"), "/incidents/together", Map.of("deed", "take", "incident", one)))
                .isEqualTo(403);
    }

    @Test
    void tellsWhatChangedSinceThePageWasDrawnAndNothingElse() {
        var before = Instant.now().minusSeconds(1);
        var known = declared();
        var json = JsonMapper.shared();
        var ask = "/incidents/changes?view=open&q=" + known + "&since=";
        assertThat(json.readTree(analyst.get(ask + before).body()).get("fresh").asInt())
                .isOne();
        var drawn = Instant.now().plusMillis(1);
        assertThat(analyst.get(ask + drawn).body()).contains("\"fresh\":0", "\"changed\":0");
        assertThat(post(analyst, "/incidents/" + known + "/assignment", Map.of()))
                .isEqualTo(302);
        assertThat(json.readTree(analyst.get(ask + drawn).body()).get("changed").asInt())
                .isOne();
        assertThat(signedIn("agency").get(ask + before).body())
                .as("of another region")
                .contains("\"fresh\":0", "\"changed\":0");
    }

    @Test
    void theKeyboardTicksAndWhatIsNewIsShownOnlyWhenAsked() {
        declared();
        declared();
        try (var visit = Look.at(address).open().as(analyst)) {
            visit.open("/incidents");
            var page = visit.page();
            page.keyboard().press("j");
            page.keyboard().press("x");
            page.keyboard().press("j");
            page.keyboard().press("x");
            assertThat(page.locator("input.tick:checked").count()).isEqualTo(2);
            assertThat(page.locator("#ticked").textContent()).isEqualTo("(2)");
            page.keyboard().press("/");
            page.keyboard().type("jjx");
            assertThat(page.locator("#q").inputValue()).isEqualTo("jjx");
            var shown = page.locator("table.queue tbody tr").count();
            var late = declared();
            page.evaluate("ask()");
            page.locator("#fresh:not([hidden])").waitFor();
            assertThat(page.locator("#fresh").textContent()).contains("1");
            assertThat(page.locator("table.queue tbody tr").count()).isEqualTo(shown);
            assertThat(page.content()).doesNotContain(late);
        }
    }
}
