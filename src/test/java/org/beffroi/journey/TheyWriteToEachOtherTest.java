package org.beffroi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Browser.Look;
import org.beffroi.testing.Browser.Screen;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The desk writes, a nurse answers by the secret link from a telephone; neither browser runs JavaScript. */
@BeffroiTest
class TheyWriteToEachOtherTest {
    private final ApplicationContext context;
    private final Look telephone;

    TheyWriteToEachOtherTest(@Autowired ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.telephone = Look.at("http://127.0.0.1:" + port).withoutJavaScript();
    }

    @Test
    void theDeskWritesAndTheNurseAnswers() {
        var declared = new Town(context).declares(House.VALLEBRUNE, "Nadia Perrin", "Une demande de rançon s’affiche.");
        try (var nurse = telephone.open();
                var analyst = telephone.on(Screen.DESK).open()) {
            var desk = analyst.signIn(House.email("analyst"))
                    .open("/incidents/" + declared.reference())
                    .page();
            desk.click("#correspondence a.button");
            assertThat(desk.locator(".outgoing")).containsText("Le déclarant verra ce message.");
            desk.selectOption("#outline", "received");
            desk.click("form.filters button");
            assertThat(desk.locator("#f-text")).hasValue(Pattern.compile("^Bonjour Nadia Perrin,"));
            desk.click(".outgoing button.button");
            assertThat(desk.locator("#errors")).containsText("la personne qui a déclaré");
            assertThat(desk.locator("#f-text")).hasValue(Pattern.compile("^Bonjour Nadia Perrin,"));
            desk.check("#f-confirmed");
            desk.click(".outgoing button.button");
            assertThat(desk.locator(".notice.done")).containsText("Votre message est envoyé.");

            var page = nurse.open("/follow/" + declared.token()).page();
            assertThat(page.locator("#messages")).containsText("1 non lu");
            page.click("#messages a.button");
            assertThat(page.locator(".message.ofdesk")).containsText(declared.reference());
            page.fill("#f-text", "Trois services sont sur papier.");
            page.click(".outgoing button.button");
            assertThat(page.locator(".message").last()).containsText("Trois services sont sur papier.");

            desk.navigate("/incidents/" + declared.reference());
            assertThat(desk.locator("#correspondence")).containsText("1 non lu");
            desk.click("#correspondence a.button");
            assertThat(desk.locator(".message").last()).containsText("Trois services sont sur papier.");
            assertThat(desk.locator(".message.ofdesk")).containsText("Ouvert par la structure");
            assertThat(analyst.words()).containsPattern("Un SMS part dans un instant|Aucun SMS n’est envoyé");
        }
    }
}
