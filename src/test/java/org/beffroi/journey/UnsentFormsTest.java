package org.beffroi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Browser.Look;
import org.beffroi.testing.Browser.Screen;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Several forms on one page, or the same page in another language: what was begun and not yet sent is not lost. */
@BeffroiTest
class UnsentFormsTest {
    private static final String WORDS = "Le laboratoire ne répond plus.";

    private final ApplicationContext context;
    private final Look look;

    UnsentFormsTest(@Autowired ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.look = Look.at("http://127.0.0.1:" + port).on(Screen.DESK);
    }

    @BeforeEach
    void moveIn() {
        House.of(context);
    }

    private String declared() {
        return new Town(context)
                .declares(House.VALLEBRUNE, "Nadia Perrin", WORDS)
                .reference();
    }

    @Test
    void aNoteOrACallBackLeavesTheTriageThatWasBegun() {
        var reference = declared();
        try (var desk = look.open()) {
            desk.signIn(House.email("analyst"));
            var page = desk.open("/incidents/" + reference).page();
            page.check("input[name=major][value=true]");
            page.selectOption("#f-severity", "S2");
            page.check("input[name=causes][value=PHISHING]");

            page.fill("#f-text", "Rappelés.");
            page.click("form[action$='/notes'] button.button");
            assertThat(page.locator("#story")).containsText("Rappelés.");
            triageIsBack(page);
            assertThat(page.locator("#f-text")).hasValue("");
            page.click("form[action$='/verification'] button");
            assertThat(page.locator(".notice.done")).containsText("C’est enregistré");
            triageIsBack(page);
            page.click("aside form[action$='/assignment'] button");
            triageIsBack(page);

            page.click("form[action$='/triage'] button.button");
            assertThat(page.locator(".unsaved")).hasCount(0);
            page.navigate("/incidents/" + reference);
            assertThat(page.locator(".unsaved")).hasCount(0);
            assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
        }
    }

    private static void triageIsBack(Page page) {
        assertThat(page.locator(".unsaved")).containsText("Pas encore enregistré");
        assertThat(page.locator(".unsaved")).hasCount(1);
        assertThat(page.locator("input[name=major]:checked")).hasValue("true");
        assertThat(page.locator("#f-severity")).hasValue("S2");
        assertThat(page.locator("input[name=causes][value=PHISHING]")).isChecked();
    }

    @Test
    void whatWasBegunCanBeErased() {
        var reference = declared();
        try (var desk = look.open()) {
            desk.signIn(House.email("analyst"));
            var page = desk.open("/incidents/" + reference).page();
            page.fill("#f-text", "À moitié");
            page.reload();
            assertThat(page.locator("#f-text")).hasValue("À moitié");
            desk.isSoundOnEveryScreen();
            page.click(".unsaved button");
            assertThat(page.locator("#f-text")).hasValue("");
            page.reload();
            assertThat(page.locator("#f-text")).hasValue("");
        }
    }

    @Test
    void withoutJavaScriptThePageSaysThatEachFormIsSavedByItself() {
        var reference = declared();
        try (var desk = look.withoutJavaScript().open()) {
            desk.signIn(House.email("analyst"));
            desk.open("/incidents/" + reference);
            assertThat(desk.words()).contains("Chaque formulaire de cette page s’enregistre seul");
        }
    }

    @Test
    void aRefusedDeedCanBeReadInTheOtherLanguage() {
        var reference = declared();
        try (var desk = look.withoutJavaScript().open()) {
            desk.signIn(House.email("analyst"));
            var page = desk.open("/incidents/" + reference).page();
            page.click("details:has(form[action$='/closure']) > summary");
            page.selectOption("#f-entryPoint", "FOUND");
            page.click("form[action$='/closure'] button");
            assertThat(page.locator("#errors")).isVisible();

            page.click(".who [lang=en]");
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat(page.locator("h1")).hasText("CH DE VALLEBRUNE");
            assertThat(page.locator("#f-entryPoint")).hasValue("FOUND");
            page.click(".who [lang=fr]");
            assertThat(page.locator("html")).hasAttribute("lang", "fr");
            assertThat(page.locator("#f-entryPoint")).hasValue("FOUND");
        }
    }

    @Test
    void aDeclarationIsReadInTheOtherLanguageWithAllThatWasTyped() {
        for (var visits : new Look[] {look, look.withoutJavaScript()}) {
            try (var visit = visits.open()) {
                var form = DeclarationPage.open(visit).types(House.VALLEBRUNE).answers("Nadia Perrin", WORDS);
                var page = visit.page();
                page.click(".who [lang=en]");
                assertThat(page.locator("html")).hasAttribute("lang", "en");
                assertThat(page.locator("#errors")).hasCount(0);
                assertThat(page.locator("#f-description")).hasValue(WORDS);
                assertThat(page.locator("#f-structure")).hasValue(House.VALLEBRUNE);
                assertThat(page.locator("input[name=care]:checked")).hasValue("DEGRADED");
                form.picks(House.VALLEBRUNE).sends();
                assertThat(page.locator("h1 .ref")).hasText(DeclarationPage.REFERENCE);
            }
        }
    }

    @Test
    void whatIsWrongIsSaidInTheOtherLanguageToo() {
        for (var visits : new Look[] {look, look.withoutJavaScript()}) {
            try (var visit = visits.open()) {
                var page = visit.page();
                DeclarationPage.open(visit).sends();
                assertThat(page.locator("#errors")).containsText("Indiquez de quelle structure");
                page.click(".who [lang=en]");
                assertThat(page.locator("#errors")).containsText("Say which structure");
            }
        }
    }

    @Test
    void theEnterKeySendsTheDeclarationAndDoesNotChangeTheLanguage() {
        try (var visit = look.withoutJavaScript().open()) {
            DeclarationPage.open(visit).types(House.VALLEBRUNE).answers("Nadia Perrin", WORDS);
            visit.page().press("#f-name", "Enter");
            assertThat(visit.page().locator("h1 .ref")).hasText(DeclarationPage.REFERENCE);
        }
    }

    @Test
    void aListKeepsItsFiltersAndAPostedPasswordLeadsBackToItsPage() {
        try (var desk = look.withoutJavaScript().open()) {
            desk.signIn(House.email("analyst"));
            var page = desk.open("/incidents?view=closed&q=valle").page();
            page.click(".who [lang=en]");
            assertThat(page.url()).endsWith("/incidents?view=closed&q=valle&lang=en");

            desk.open("/account");
            page.click("main form[action$='/password'] button");
            assertThat(page.locator("#errors")).isVisible();
            page.click(".who [lang=fr]");
            assertThat(page.url()).endsWith("/account?lang=fr");
            assertThat(page.locator("html")).hasAttribute("lang", "fr");
        }
    }
}
