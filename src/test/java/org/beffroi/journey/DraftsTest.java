package org.beffroi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicInteger;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Browser.Look;
import org.beffroi.testing.House;
import org.beffroi.testing.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two tabs, a finger that taps twice, a network that goes: one declaration, and no word lost. */
@BeffroiTest
class DraftsTest {
    private static final String WORDS = "Plus aucun poste ne répond.";

    private final ApplicationContext context;
    private final JdbcClient jdbc;
    private final Look telephone;

    DraftsTest(@Autowired ApplicationContext context, @Autowired JdbcClient jdbc, @LocalServerPort int port) {
        this.context = context;
        this.jdbc = jdbc;
        this.telephone = Look.at("http://127.0.0.1:" + port);
    }

    @BeforeEach
    void moveIn() {
        House.of(context);
    }

    private static DeclarationPage write(Visit visit, String words) {
        return DeclarationPage.open(visit)
                .types("vallebrune")
                .picks(House.VALLEBRUNE)
                .answers("Nadia Perrin", words);
    }

    private static void isKept(Page page, String words) {
        page.waitForFunction("words => Object.values(localStorage).some(draft => draft.includes(words))", words);
    }

    private static String key(Page page) {
        return page.inputValue("#declaration input[name=key]");
    }

    private int declarations(String words) {
        return jdbc.sql(
                        "select count(distinct declaration_id) from declaration.version where answers ->> 'description' like :words")
                .param("words", "%" + words + "%")
                .query(Integer.class)
                .single();
    }

    @Test
    void twoTabsHaveADraftAndAKeyOfTheirOwn() {
        try (var visit = telephone.open()) {
            var first = visit.page();
            write(visit, "Premier onglet.");
            isKept(first, "Premier onglet.");
            var second = visit.context().newPage();
            second.navigate("/declare");
            assertThat(second.locator("#f-description")).hasValue("");
            assertThat(second.locator("#draft")).hasCount(0);
            assertThat(key(second)).isNotEqualTo(key(first));

            second.fill("#f-description", "Second onglet.");
            isKept(second, "Second onglet.");
            first.reload();
            assertThat(first.locator("#f-description")).hasValue("Premier onglet.");
            second.reload();
            assertThat(second.locator("#f-description")).hasValue("Second onglet.");
        }
    }

    @Test
    void aDoubledTabTakesItsTextButNotItsKey() {
        try (var visit = telephone.open()) {
            var first = visit.page();
            write(visit, WORDS);
            isKept(first, WORDS);
            var key = key(first);
            var doubled = visit.context().newPage();
            doubled.addInitScript("history.replaceState({form: '" + key + "'}, '')");
            doubled.navigate("/declare");
            assertThat(doubled.locator("#f-description")).hasValue(WORDS);
            doubled.waitForCondition(() -> !key(doubled).equals(key));
            assertThat(key(first)).isEqualTo(key);
        }
    }

    @Test
    void aDraftIsOfferedNotForcedAndCanBeErased() {
        try (var visit = telephone.open()) {
            var page = visit.page();
            write(visit, WORDS);
            isKept(page, WORDS);
            assertThat(page.locator("#draft")).containsText("Sur un poste partagé, effacez-le");
            var key = key(page);
            page.close();

            var later = visit.context().newPage();
            later.navigate("/declare");
            assertThat(later.locator("#draft")).containsText("Un brouillon se trouve dans ce navigateur");
            assertThat(later.locator("#f-description")).hasValue("");
            later.click("#draft button:has-text('Le reprendre')");
            assertThat(later.locator("#f-description")).hasValue(WORDS);
            assertThat(later.locator("input[name=structure]:checked")).hasValue(House.VALLEBRUNE);
            assertThat(key(later))
                    .as("what was perhaps sent is not sent as another")
                    .isEqualTo(key);

            later.click("#draft button:has-text('effacer')");
            later.waitForCondition(() -> later.locator("#draft").count() == 0);
            assertThat(later.locator("#f-description")).hasValue("");
            assertThat(later.evaluate("localStorage.length")).isEqualTo(0);
        }
    }

    @Test
    void theDraftOfAnAccountIsNotOfferedToTheNextPersonAtTheComputer() {
        try (var visit = telephone.open()) {
            visit.signIn(House.email("declarant"));
            var page = visit.open("/declare").page();
            page.fill("#f-description", WORDS);
            isKept(page, WORDS);
            visit.context().clearCookies();
            visit.open("/declare");
            assertThat(page.locator("#f-description")).hasValue("");
            assertThat(page.locator("#draft")).hasCount(0);
        }
    }

    @Test
    void twoTapsMakeOneDeclaration() {
        var words = "Deux appuis de suite.";
        try (var visit = telephone.open()) {
            write(visit, words);
            visit.page().locator("#declaration button.bell").first().dblclick();
            assertThat(visit.page().locator("h1 .ref")).hasText(DeclarationPage.REFERENCE);
            assertThat(declarations(words)).isOne();
        }
    }

    @Test
    void goingBackAfterSendingLeadsToTheReceiptAndMakesNoSecondOne() {
        var words = "Retour après envoi.";
        try (var visit = telephone.open()) {
            var page = write(visit, words).sends();
            assertThat(page.locator("h1 .ref")).hasText(DeclarationPage.REFERENCE);
            var reference = page.innerText("h1 .ref");
            assertThat(page.evaluate("localStorage.length"))
                    .as("no draft is left")
                    .isEqualTo(0);
            page.reload();
            assertThat(page.locator("h1 .ref")).hasText(reference);

            page.goBack();
            assertThat(page.locator("#draft")).containsText("a été envoyé");
            assertThat(page.locator("#declaration")).isHidden();
            page.click("#draft a");
            assertThat(page.locator("h1 .ref")).hasText(reference);

            page.goBack();
            page.click("#draft button");
            assertThat(page.locator("#declaration")).isVisible();
            assertThat(page.locator("#f-description")).hasValue("");
            assertThat(declarations(words)).isOne();
        }
    }

    /** The browser shows its own page then: one reloads it, or begins again, hours later perhaps. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostAnswerIsAskedForAgainAndIsTheSameReceipt(boolean reloads) {
        var words = "Réponse perdue en route" + (reloads ? ", rechargée." : ", reprise.");
        try (var visit = telephone.open()) {
            var page = visit.page();
            var form = write(visit, words);
            var posts = new AtomicInteger();
            page.route("**/declare", route -> losesTheFirstAnswer(route, posts));
            form.sends();
            page.waitForSelector("#main-frame-error");
            assertThat(declarations(words)).as("it had arrived").isOne();

            if (reloads) {
                page.reload();
            } else {
                page.navigate("/declare");
                page.click("#draft button:has-text('Le reprendre')");
                assertThat(page.locator("#f-description")).hasValue(words);
                assertThat(page.locator("input[name=structure]:checked")).hasValue(House.VALLEBRUNE);
                form.sends();
            }
            assertThat(page.locator("h1 .ref")).hasText(DeclarationPage.REFERENCE);
            assertThat(posts.get()).isEqualTo(2);
            assertThat(declarations(words)).isOne();
        }
    }

    private static void losesTheFirstAnswer(Route route, AtomicInteger posts) {
        if (route.request().method().equals("POST") && posts.getAndIncrement() == 0) {
            route.fetch(new Route.FetchOptions().setMaxRedirects(0));
            route.abort("connectionreset");
        } else {
            route.resume();
        }
    }

    @Test
    void withoutNetworkNothingIsSentAndTheTextStaysOnThePage() {
        var words = "Réseau coupé.";
        try (var visit = telephone.open()) {
            var page = visit.page();
            var form = write(visit, words);
            visit.context().setOffline(true);
            form.sends();
            assertThat(page.locator("#draft")).containsText("rien n’a été envoyé");
            assertThat(page.locator("#f-description")).hasValue(words);

            visit.context().setOffline(false);
            form.sends();
            assertThat(page.locator("h1 .ref")).hasText(DeclarationPage.REFERENCE);
            assertThat(declarations(words)).isOne();
        }
    }

    @Test
    void aRefusedFormKeepsItsKeyAndItsDraft() {
        var words = "Sans structure d’abord.";
        try (var visit = telephone.open()) {
            var page = visit.page();
            var form = DeclarationPage.open(visit).answers("Nadia Perrin", words);
            var key = key(page);
            form.sends();
            assertThat(page.locator("#errors a")).hasCount(1);
            assertThat(key(page)).isEqualTo(key);
            form.types("vallebrune").picks(House.VALLEBRUNE).sends();
            assertThat(page.locator("h1 .ref")).hasText(DeclarationPage.REFERENCE);
            assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
            assertThat(declarations(words)).isOne();
        }
    }

    @Test
    void goingBackWithoutJavaScriptMakesNoSecondDeclarationByItself() {
        var words = "Sans JavaScript.";
        try (var visit = telephone.withoutJavaScript().open()) {
            var form = DeclarationPage.open(visit).types(House.VALLEBRUNE).answers("Nadia Perrin", words);
            var page = form.sends();
            assertThat(page.locator("h1 .ref")).hasText(DeclarationPage.REFERENCE);
            page.reload();
            try {
                page.goBack();
            } catch (PlaywrightException expired) {
                // The browser may rather ask than send a form again.
                assertThat(expired).hasMessageContaining("ERR_CACHE_MISS");
            }
            assertThat(declarations(words)).isOne();
        }
    }
}
