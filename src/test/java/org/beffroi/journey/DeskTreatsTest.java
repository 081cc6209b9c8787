package org.beffroi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Year;
import org.beffroi.shared.Paris;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Browser.Look;
import org.beffroi.testing.Browser.Screen;
import org.beffroi.testing.House;
import org.beffroi.testing.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The whole way: a guest declares, the desk treats and closes, the year counts one more, the guest sees that it is over. */
@BeffroiTest
class DeskTreatsTest {
    private static final String INCIDENTS = ".kpi:has(dt:text-is('Incidents déclarés')) .big";

    private final ApplicationContext context;
    private final Look telephone;

    DeskTreatsTest(@Autowired ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.telephone = Look.at("http://127.0.0.1:" + port);
    }

    @Test
    void treatsADeclarationToItsEndAndTheYearCountsOneMore() {
        House.of(context);
        try (var nurse = telephone.open();
                var desk = telephone.on(Screen.DESK).open();
                var observatory = telephone.on(Screen.DESK).open()) {
            observatory.signIn(House.email("observatory"));
            var before = incidentsOfTheYear(observatory);

            var page = DeclarationPage.open(nurse)
                    .types("vallebrune")
                    .picks(House.VALLEBRUNE)
                    .answers("Nadia Perrin", "Une demande de rançon s’affiche.")
                    .sends();
            var reference = page.innerText("h1 .ref");
            assertThat(incidentsOfTheYear(observatory)).as("not verified yet").isEqualTo(before);

            desk.signIn(House.email("analyst"));
            treats(desk.page(), reference);
            assertThat(incidentsOfTheYear(observatory)).isEqualTo(before + 1);

            page.reload();
            assertThat(page.locator("section.next h2")).hasText("Close");
            assertThat(nurse.words()).contains("Résolu").doesNotContain("Claire Vasseur");
            nurse.isSoundOnEveryScreen();
        }
    }

    private static void treats(Page page, String reference) {
        page.navigate("/incidents?q=" + reference);
        page.locator("tr", new Page.LocatorOptions().setHasText(reference))
                .locator("td a")
                .first()
                .click();
        page.click("form[action$='/verification'] button");
        assertThat(page.locator("form[action$='/verification']")).hasCount(0);
        page.click("aside form[action$='/assignment'] button");
        assertThat(page.locator("input[name=major]:checked")).hasCount(0);
        page.check("input[name=major][value=true]");
        page.selectOption("#f-severity", "S2");
        page.selectOption("#f-origin", "MALICIOUS");
        page.check("input[name=causes][value=RANSOMWARE]");
        page.click("form[action$='/triage'] button");
        page.fill("#f-text", "Rappelée par le standard de l’annuaire.");
        page.click("form[action$='/notes'] button");
        unfold(page, "/resolution");
        page.click("form[action$='/resolution'] button");
        page.selectOption("#f-outcome", "RESOLVED");
        page.selectOption("#f-entryPoint", "FOUND");
        page.selectOption("#f-entryPointKind", "EMAIL");
        page.click("form[action$='/closure'] button");
        assertThat(page.locator(".case-head")).containsText("Clos");
        assertThat(page.locator("#story")).containsText("Rappelée par le standard de l’annuaire.");
    }

    private static void unfold(Page page, String deed) {
        page.click("details:has(form[action$='" + deed + "']) > summary");
    }

    private static int incidentsOfTheYear(Visit observatory) {
        var page = observatory.open("/observatory/" + Year.now(Paris.ZONE)).page();
        var figure = page.locator(INCIDENTS);
        return figure.count() == 0 ? 0 : Integer.parseInt(figure.innerText().replaceAll("\\D", ""));
    }
}
