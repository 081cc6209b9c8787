package org.beffroi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Browser.Look;
import org.beffroi.testing.House;
import org.beffroi.testing.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A night nurse with a telephone and no account. */
@BeffroiTest
class GuestDeclaresTest {
    private static final String RANSOM =
            "Les postes affichent une demande de rançon.\nLe dossier patient ne s’ouvre plus.";
    private static final String NAME = "CH DE VALLEBRUNE";

    private final ApplicationContext context;
    private final Look telephone;

    GuestDeclaresTest(@Autowired ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.telephone = Look.at("http://127.0.0.1:" + port);
    }

    @BeforeEach
    void moveIn() {
        House.of(context);
    }

    @Test
    void declaresWithSuggestionsAndADraftThatSurvivesAReload() {
        try (var visit = telephone.open()) {
            var page = visit.page();
            var form = DeclarationPage.open(visit)
                    .types("vallebrune")
                    .picks(House.VALLEBRUNE)
                    .answers("Nadia Perrin", RANSOM);
            page.waitForCondition(() -> "true"
                    .equals(String.valueOf(
                            page.evaluate("Object.values(localStorage).some(draft => draft.includes('rançon'))"))));

            page.reload();
            assertThat(page.locator("#f-description")).hasValue(RANSOM);
            assertThat(page.locator("#f-structure")).hasValue("vallebrune");
            assertThat(page.locator("input[name=structure]:checked")).hasValue(House.VALLEBRUNE);
            assertThat(page.locator("#draft")).isVisible();
            form.sends();

            isReceived(visit);
            assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
            visit.isSoundOnEveryScreen();
            addsAVersion(visit);
        }
    }

    @Test
    void declaresWithoutJavaScript() {
        try (var visit = telephone.withoutJavaScript().open()) {
            var page = visit.page();
            var form = DeclarationPage.open(visit).types("vallebrune").answers("Nadia Perrin", RANSOM);
            form.sends();
            assertThat(page.locator("#errors a")).hasCount(1);
            assertThat(page.locator("#f-description")).hasValue(RANSOM);

            form.picks(House.VALLEBRUNE).sends();
            isReceived(visit);
            addsAVersion(visit);
        }
    }

    /** The reference can be read aloud, and the link leads back. */
    private void isReceived(Visit visit) {
        var page = visit.page();
        assertThat(page.locator("h1 .ref")).hasText(DeclarationPage.REFERENCE);
        assertThat(visit.words()).contains(NAME, "09 72 43 91 25").containsIgnoringWhitespaces(RANSOM);
        var link = page.getAttribute("main a.ref", "href");
        assertThat(link).matches("/follow/[A-Za-z0-9_-]{43}");
        assertThat(page.url()).contains(link);
        try (var later = telephone.open()) {
            later.open(link);
            assertThat(later.page().locator("h1 .ref")).hasText(page.innerText("h1 .ref"));
        }
    }

    private static void addsAVersion(Visit visit) {
        Page page = visit.page();
        page.click("a[href$='/versions']");
        assertThat(page.locator("#f-description")).hasValue(RANSOM);
        page.fill("#f-description", RANSOM + "\nLe laboratoire est touché aussi.");
        page.click("main form .actions button");
        assertThat(page.locator("h1 .ref")).hasText(DeclarationPage.REFERENCE);
        assertThat(visit.words()).contains("Le laboratoire est touché aussi.", "Version 2");
    }
}
