package org.beffroi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Browser.Look;
import org.beffroi.testing.Browser.Screen;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** At night, on a telephone: the link of the call leads to the incident, one press, and it is somebody's. */
@BeffroiTest
@TestPropertySource(properties = "spring.application.name=beffroi-night")
class NightCallTest {
    private final ApplicationContext context;
    private final Look telephone;

    NightCallTest(@Autowired ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.telephone = Look.at("http://127.0.0.1:" + port);
    }

    @Test
    void whoIsWokenOpensTheLinkAndHasIt() {
        House.of(context);
        var town = new Town(context);
        var declared = town.declares(House.VALLEBRUNE, "Nadia Perrin", "Les postes affichent une demande de rançon.");
        town.wakes(declared);
        try (var claire = telephone.on(Screen.TELEPHONE).open();
                var marc = telephone.on(Screen.DESK).open()) {
            // Not signed in yet: the link leads there afterwards.
            var page = claire.open("/incidents/" + declared.reference()).page();
            page.fill("#f-username", House.email("analyst"));
            page.fill("#f-password", House.PASSWORD);
            page.click("main form button");
            assertThat(page.url()).contains(declared.reference());
            assertThat(page.locator("#call")).containsText("Appel en cours depuis le");
            claire.isSoundOnEveryScreen();
            marc.signIn(House.email("lead")).open("/incidents");
            assertThat(marc.words()).contains("Un incident majeur attend.", declared.reference());
            marc.isSoundOnEveryScreen();

            page.click("#call button");
            assertThat(page.locator("#call")).hasCount(0);
            assertThat(page.locator("#calls")).containsText("Claire Vasseur s’en occupe");
            assertThat(page.locator(".case-head")).containsText("En traitement");
            claire.isSoundOnEveryScreen();
            assertThat(marc.open("/incidents").words()).doesNotContain("Un incident majeur attend.");
        }
    }
}
