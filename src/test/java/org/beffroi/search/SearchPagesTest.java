package org.beffroi.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Browser.Language;
import org.beffroi.testing.Browser.Look;
import org.beffroi.testing.Browser.Screen;
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

/** The search as people and machines meet it, with the server's own round behind it. */
@BeffroiTest
class SearchPagesTest {
    private static int nights;

    private final ApplicationContext context;
    private final String address;
    private final JsonMapper json = JsonMapper.builder().build();
    private Town town;
    private Caller analyst = Caller.guest("");
    private String night = "";

    SearchPagesTest(@Autowired ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.address = "http://127.0.0.1:" + port;
        this.town = new Town(context);
    }

    @BeforeEach
    void signIn() {
        night = "soiree" + ++nights + "pk";
        town = new Town(context);
        analyst = Caller.signedIn(address, House.email("analyst"));
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private Town.Declared declares(String words) {
        var declared = town.declares(House.VALLEBRUNE, "Nadia Perrin", words + " " + night);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> page(declared.reference()).contains("<ol class=\"hits\">"));
        return declared;
    }

    private String page(String words) {
        return analyst.get("/search?q=" + encoded(words)).body();
    }

    private JsonNode call(String query) {
        var answer = analyst.get("/api/v1/search?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    @Test
    void saysWhatCanBeFoundBeforeAnythingIsTyped() {
        assertThat(page("")).contains("What can be found", "203[.]0[.]113[.]7").doesNotContain("class=\"hits\"");
        assertThat(Caller.signedIn(address, House.email("agency"))
                        .get("/search")
                        .body())
                .contains("The incidents of your region")
                .doesNotContain("value=\"messages\"", "value=\"notes\"", "value=\"files\"");
    }

    /** What was typed by whomever is text, on the page as in the excerpt. */
    @Test
    void showsWhereItIsFoundAndRunsNothing() {
        var declared = declares("<script>alert(1)</script> La sauvegarde <b>est</b> chiffrée");
        assertThat(page(night + " sauvegardes"))
                .contains(
                        declared.reference(),
                        "One incident",
                        "<mark>sauvegarde</mark>",
                        "&lt;script&gt;",
                        "/incidents/" + declared.reference() + "#declared")
                .doesNotContain("<script>alert", "<b>est</b>");
        assertThat(page("\"><script>alert(2)</script> " + night)).doesNotContain("<script>alert");
    }

    @Test
    void saysWhatWasSearchedWhereNothingIsFound() {
        assertThat(page("zzzz" + night))
                .contains("Nothing was found.", "All texts of all incidents")
                .doesNotContain("without filters");
        assertThat(analyst.get("/search?q=zzzz" + night + "&in=messages&status=open&since=week&region=93")
                        .body())
                .contains("Search everything, without filters", "/search?q=zzzz" + night + "\"");
        assertThat(page("-facture")).contains("Add a word that must be there");
    }

    @Test
    void keepsWhatIsTypedAndChosen() {
        var body = analyst.get(
                        "/search?q=" + encoded("« été » d’hier") + "&in=notes&status=closed&since=year&region=93")
                .body();
        assertThat(body)
                .contains(
                        "value=\"« été » d’hier\"",
                        "value=\"notes\" selected",
                        "value=\"closed\" selected",
                        "value=\"year\" selected",
                        "value=\"93\" selected");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        for (var wrong : Map.of("in", "dreams", "status", "maybe", "since", "ever", "world", "No World")
                .entrySet()) {
            var query = "?q=x&" + wrong.getKey() + "=" + encoded(wrong.getValue());
            assertThat(analyst.get("/search" + query).statusCode()).as(query).isEqualTo(422);
            var answer = analyst.get("/api/v1/search" + query);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains(wrong.getValue());
        }
        for (var nothing : Set.of("", "?q=", "?q=-a")) {
            var answer = analyst.get("/api/v1/search" + nothing);
            assertThat(answer.statusCode()).as(nothing).isEqualTo(422);
            assertThat(answer.body()).contains("at least one word");
        }
    }

    @Test
    void tellsMachinesTheSame() {
        var declared = declares("Le serveur d’imagerie");
        var answer = call("q=" + night + "+serveurs");
        assertThat(answer.get("count").asInt()).isEqualTo(1);
        assertThat(answer.get("atLeast").asBoolean()).isFalse();
        assertThat(answer.get("more").asBoolean()).isFalse();
        var hit = answer.get("incidents").get(0);
        assertThat(hit.get("reference").asString()).isEqualTo(declared.reference());
        assertThat(hit.get("status").asString()).isEqualTo("WAITING");
        var excerpt = hit.get("excerpts").get(0);
        assertThat(excerpt.get("kind").asString()).isEqualTo("DECLARED");
        assertThat(excerpt.get("text").asString()).isEqualTo("Le serveur d’imagerie " + night);
        assertThat(excerpt.get("found").toString()).isEqualTo("[\"serveur\",\"" + night + "\"]");
        assertThat(excerpt.get("address").asString()).isEqualTo("/incidents/" + declared.reference() + "#declared");
    }

    @Test
    void writesIntoTheAuditTrailThatSomebodySearchedAndNotWhatFor() {
        page("secret" + night);
        var trail = Caller.signedIn(address, House.email("lead")).get("/audit").body();
        assertThat(trail).contains("searched everything").doesNotContain("secret" + night);
    }

    /** From any page, by keyboard alone: the key, the words, Enter, and the first incident. */
    @Test
    void isReachedFromEveryPageByKeyboard() {
        var declared = declares("Une panne de chaufferie");
        try (var visit = Look.at(address).in(Language.FRENCH).on(Screen.DESK).open()) {
            visit.signIn(House.email("analyst")).open("/search").isSoundOnEveryScreen();
            visit.open("/obligations");
            var page = visit.page();
            page.keyboard().press("/");
            page.keyboard().type(night + " chaufferies");
            page.keyboard().press("Enter");
            page.waitForURL("**/search?q=*");
            assertThat(visit.words()).contains("Un incident", "chaufferie", declared.reference());
            page.keyboard().press("/");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("q");
            page.locator("ol.hits h2 a").press("Enter");
            page.waitForURL("**/incidents/" + declared.reference());
        }
    }

    @Test
    void worksWithoutScripts() {
        var declared = declares("Une panne de chaufferie");
        try (var visit = Look.at(address).withoutJavaScript().open()) {
            visit.signIn(House.email("analyst")).open("/obligations");
            var page = visit.page();
            page.locator("#find").fill(night);
            page.locator("#find").press("Enter");
            page.waitForURL("**/search?q=*");
            page.locator("details.filterbox summary").click();
            page.locator("#in").selectOption("declared");
            page.locator("form.seek button").click();
            page.waitForURL("**in=declared*");
            assertThat(visit.words()).contains(declared.reference());
        }
    }
}
