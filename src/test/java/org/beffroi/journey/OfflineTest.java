package org.beffroi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.beffroi.declaration.domain.Rehearsals;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Browser.Look;
import org.beffroi.testing.House;
import org.beffroi.testing.Visit;
import org.beffroi.testing.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The structure's network is cut: the page opens, what is sent waits, and arrives once, with the hour at which it was sent. */
@BeffroiTest
class OfflineTest {
    private final ApplicationContext context;
    private final JdbcClient jdbc;
    private final Wire wire;
    private final Look telephone;
    private final String words = "Réseau coupé, " + UUID.randomUUID();

    OfflineTest(@Autowired ApplicationContext context, @Autowired JdbcClient jdbc, @LocalServerPort int port) {
        this.context = context;
        this.jdbc = jdbc;
        this.wire = new Wire(port);
        this.telephone = Look.at(wire.address()).keepingPages();
    }

    @BeforeEach
    void moveIn() {
        House.of(context);
    }

    @AfterEach
    void leave() {
        wire.close();
    }

    /** Opened once while there was a network, as those who prepare do. */
    private Page opened(Visit visit) {
        visit.networkMayFail();
        var page = visit.open("/declare").page();
        page.waitForFunction("async () => (await navigator.serviceWorker.ready) && navigator.serviceWorker.controller");
        return page;
    }

    private void fills(Page page, String structure) {
        page.fill("#f-structure", structure);
        page.fill("#f-name", "Nadia Perrin");
        page.fill("#f-phone", "06 12 34 56 78");
        page.fill("#f-description", words);
        page.check("input[name=care][value=DEGRADED]");
    }

    private static void sends(Page page) {
        page.locator("#declaration button.bell").first().click();
    }

    /** Whether or not it has found out by itself meanwhile. */
    private static void looksAgain(Page page) {
        page.evaluate("dispatchEvent(new Event('online'))");
    }

    private int declarations() {
        return jdbc.sql(
                        "select count(distinct declaration_id) from declaration.version where answers ->> 'description' like :words")
                .param("words", "%" + words + "%")
                .query(Integer.class)
                .single();
    }

    private Instant at(String column) {
        return jdbc.sql(
                        "select d.%s from declaration.declaration d join declaration.version v on v.declaration_id = d.id"
                                        .formatted(column)
                                + " where v.answers ->> 'description' like :words")
                .param("words", "%" + words + "%")
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
    }

    @Test
    void theNetworkIsCutTheFormIsFilledTheNetworkComesBackAndOneDeclarationArrives() {
        try (var visit = telephone.open()) {
            var page = opened(visit);
            wire.cut();
            page.navigate("/declare");
            assertThat(page.locator("#device")).containsText("gardée sur votre appareil");
            fills(page, House.VALLEBRUNE);
            var pressed = Instant.now();
            sends(page);
            assertThat(page.locator("#waiting")).containsText("Pas encore envoyée");
            assertThat(page.locator("#declaration")).isHidden();
            visit.isSoundOnEveryScreen();
            assertThat(declarations()).isZero();

            page.waitForTimeout(2_500);
            wire.mend();
            page.click("#waiting button:has-text('Essayer maintenant')");
            assertThat(page.locator("#waiting")).containsText(DeclarationPage.REFERENCE);
            assertThat(declarations()).isOne();
            assertThat(at("declared_at")).isCloseTo(pressed, within(1_500, ChronoUnit.MILLIS));
            assertThat(at("received_at")).isAfter(pressed.plusMillis(2_500));

            page.click("#waiting a");
            assertThat(page.locator("h1 .ref")).hasText(DeclarationPage.REFERENCE);
            visit.open("/declare");
            page.waitForFunction("async () => (await waiting.all()).length === 0");
            assertThat(page.evaluate("Object.keys(localStorage).length")).isEqualTo(0);
        }
    }

    /** By itself, while nobody touches the page. */
    @Test
    void theBrowserSaysThatTheNetworkIsBack() {
        try (var visit = telephone.open()) {
            var page = opened(visit);
            wire.cut();
            visit.context().setOffline(true);
            page.navigate("/");
            assertThat(page.locator("#device")).isVisible();
            fills(page, House.VALLEBRUNE);
            sends(page);
            assertThat(page.locator("#waiting")).containsText("Pas encore envoyée");
            wire.mend();
            visit.context().setOffline(false);
            assertThat(page.locator("#waiting")).containsText(DeclarationPage.REFERENCE);
            assertThat(declarations()).isOne();
        }
    }

    @Test
    void anAnswerLostAfterItArrivedIsAskedForAgainAndIsTheSameOne() {
        try (var visit = telephone.open()) {
            var page = opened(visit);
            fills(page, House.VALLEBRUNE);
            wire.loseAnswers();
            sends(page);
            assertThat(page.locator("#waiting")).containsText("Pas encore envoyée");
            Awaitility.await().until(() -> declarations() == 1);
            wire.mend();
            looksAgain(page);
            assertThat(page.locator("#waiting")).containsText(DeclarationPage.REFERENCE);
            assertThat(declarations()).isOne();
        }
    }

    @Test
    void whatWaitsOutlivesThePageAndIsSentWhenItIsOpenedAgain() {
        try (var visit = telephone.open()) {
            var page = opened(visit);
            wire.cut();
            fills(page, House.VALLEBRUNE);
            sends(page);
            assertThat(page.locator("#waiting")).containsText("Pas encore envoyée");
            page.navigate("about:blank");
            wire.mend();
            page.navigate("/declare");
            assertThat(page.locator("#waiting")).containsText(DeclarationPage.REFERENCE);
            assertThat(page.locator("#declaration")).isVisible();
            assertThat(page.locator("#f-description")).hasValue("");
            assertThat(declarations()).isOne();
        }
    }

    @Test
    void whatCannotBeTakenAsItIsComesBackToBeCompleted() {
        try (var visit = telephone.open()) {
            var page = opened(visit);
            wire.cut();
            fills(page, "");
            sends(page);
            assertThat(page.locator("#waiting")).containsText("Pas encore envoyée");
            wire.mend();
            looksAgain(page);
            assertThat(page.locator("#waiting")).containsText("n’a pas pu être prise");
            page.click("#waiting button:has-text('compléter')");
            assertThat(page.locator("#f-description")).hasValue(words);
            page.fill("#f-structure", House.VALLEBRUNE);
            sends(page);
            assertThat(page.locator("h1 .ref")).hasText(DeclarationPage.REFERENCE);
            assertThat(declarations()).isOne();
        }
    }

    @Test
    void whatAnAccountSentArrivesUnderThatAccountOnly() {
        try (var visit = telephone.open()) {
            visit.signIn(House.email("declarant"));
            var page = opened(visit);
            wire.cut();
            fills(page, House.VALLEBRUNE);
            sends(page);
            assertThat(page.locator("#waiting")).containsText("Pas encore envoyée");
            visit.context().clearCookies();
            wire.mend();
            looksAgain(page);
            assertThat(page.locator("#waiting")).containsText("Connectez-vous à nouveau");
            assertThat(declarations()).isZero();
            visit.signIn(House.email("declarant"));
            visit.open("/declare");
            assertThat(page.locator("#waiting")).containsText(DeclarationPage.REFERENCE);
            assertThat(jdbc.sql(
                                    "select count(*) from declaration.declaration d join declaration.version v"
                                            + " on v.declaration_id = d.id where v.answers ->> 'description' like :words and d.account_id is not null")
                            .param("words", "%" + words + "%")
                            .query(Integer.class)
                            .single())
                    .isOne();
        }
    }

    @Test
    void onASharedComputerItCanBeErased() {
        try (var visit = telephone.open()) {
            var page = opened(visit);
            wire.cut();
            fills(page, House.VALLEBRUNE);
            sends(page);
            page.click("#waiting button:has-text('effacer')");
            assertThat(page.locator("#declaration")).isVisible();
            assertThat(page.evaluate("async () => (await waiting.all()).length"))
                    .isEqualTo(0);
            assertThat(page.evaluate("Object.keys(localStorage).length")).isEqualTo(0);
        }
    }

    /** The same cut, rehearsed: neither the page nor what was sent from it may become a real declaration. */
    @Test
    void whatIsRehearsedWithoutANetworkArrivesAsARehearsal() {
        var rehearsal = context.getBean(Rehearsals.class)
                .open("Coupure", 1, House.of(context).viewer("lead"));
        try (var visit = telephone.open()) {
            var page = opened(visit);
            wire.cut();
            page.navigate("/declare?rehearsal=" + rehearsal.code());
            assertThat(page.locator("#rehearsal .rehearsal")).isVisible();
            fills(page, House.VALLEBRUNE);
            sends(page);
            assertThat(page.locator("#waiting")).containsText("Pas encore envoyée");
            wire.mend();
            looksAgain(page);
            assertThat(page.locator("#waiting")).containsText("EXE-");
            assertThat(declarations()).isOne();
            page.navigate("/declare");
            assertThat(page.locator(".rehearsal")).isHidden();
            assertThat(page.locator("#f-description")).hasValue("");
        }
    }
}
