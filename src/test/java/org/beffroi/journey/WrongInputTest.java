package org.beffroi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Browser.Look;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whatever is typed, the answer is clear and nothing typed is lost. */
@BeffroiTest
class WrongInputTest {
    private static final String HOSTILE =
            "<script>alert(1)</script><b>\"'; drop table declaration.declaration; -- ${1234*1234} [[${1234*1234}]]";

    private final ApplicationContext context;
    private final String address;
    private final Look telephone;

    WrongInputTest(@Autowired ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.address = "http://127.0.0.1:" + port;
        this.telephone = Look.at(address);
    }

    @BeforeEach
    void moveIn() {
        House.of(context);
    }

    @Test
    void saysAllThatIsMissingAtOnceAndLeadsToEachField() {
        try (var visit = telephone.open()) {
            var page = visit.page();
            var form = DeclarationPage.open(visit);
            page.fill("#f-foundAt", "");
            form.sends();

            var errors = page.locator("#errors a");
            assertThat(errors).hasCount(6);
            assertThat(errors.evaluateAll("all => all.map(error => error.hash)"))
                    .as("in the order of the page")
                    .isEqualTo(
                            List.of("#f-structure", "#f-name", "#f-phone", "#f-foundAt", "#f-description", "#f-care"));
            for (var error : errors.all()) {
                var field = error.getAttribute("href");
                error.click();
                assertThat(page.locator(field)).isInViewport();
                assertThat(page.evaluate("document.activeElement.id")).isEqualTo(field.substring(1));
            }
            assertThat(page.locator(".field.invalid .error").all()).hasSizeGreaterThanOrEqualTo(6);
            visit.isSoundOnEveryScreen();
        }
    }

    @Test
    void saysNoLongerThatAStructureIsMissingOnceItIsChosen() {
        try (var visit = telephone.open()) {
            var page = visit.page();
            var form = DeclarationPage.open(visit).answers("Nadia Perrin", "Plus rien ne répond.");
            form.sends();
            assertThat(page.locator("#e-structure")).isVisible();
            form.types("vallebrune").picks(House.VALLEBRUNE);
            assertThat(page.locator("#e-structure")).hasCount(0);
            assertThat(page.locator("#errors")).isHidden();
            visit.isSoundOnEveryScreen();
        }
    }

    @Test
    void saysOfALinkThatLeadsNowhereWhatALinkLooksLike() {
        var answer = Caller.guest(address).get("/follow/" + "x".repeat(43));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("43 letters").doesNotContain("last letter");
    }

    @Test
    void keepsAndEscapesHtmlAndSqlInEveryField() {
        try (var visit = telephone.open()) {
            var page = visit.page();
            var form = DeclarationPage.open(visit);
            page.evaluate("document.querySelectorAll('details').forEach(group => group.open = true)");
            var typed =
                    page.locator("main input[type=text], main input[type=tel], main input[type=email], main textarea");
            for (var field : typed.all()) {
                field.fill(HOSTILE);
            }
            form.sends();

            assertThat(page.locator("#errors")).isVisible();
            for (var field : typed.all()) {
                assertThat(field).hasValue(HOSTILE);
            }
            assertThat(page.content()).doesNotContain("<script>alert", "1522756");
            visit.isSoundOnEveryScreen();
        }
    }

    @Test
    void showsHostileTextAsItWasDeclared() {
        try (var visit = telephone.open()) {
            DeclarationPage.open(visit).types(HOSTILE).answers(HOSTILE, HOSTILE).sends();
            assertThat(visit.page().locator("h1 .ref")).hasText(DeclarationPage.REFERENCE);
            assertThat(visit.words()).contains(HOSTILE);
            visit.isSoundOnEveryScreen();
        }
    }

    @Test
    void keepsADateThatDoesNotExist() {
        var answer = post(Caller.form(Map.of("foundAt", "2026-02-30T10:00", "description", "Rien ne répond plus")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "value=\"2026-02-30T10:00\"", "href=\"#f-foundAt\"", "id=\"e-foundAt\"", "Rien ne répond plus");
    }

    @Test
    void givesATenMegabyteDescriptionBackWithTheReason() {
        var text = "panne ".repeat(10_000_000 / 6);
        var answer = post(Caller.form(Map.of("description", text)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#f-description\"", "id=\"e-description\"");
        assertThat(answer.body().length()).isGreaterThan(text.length());
        assertThat(answer.body().contains(text.strip())).as("the text is kept").isTrue();
    }

    @Test
    void saysThatBytesWereNoText() {
        for (var broken : List.of("%C3%28", "%FF%FE", "%ED%A0%80", "%00")) {
            var answer = post("structureText=Valdouble&name=Nadia&description=avant" + broken + "apr%C3%A8s");
            assertThat(answer.statusCode()).as(broken).isBetween(400, 422);
            assertThat(answer.body())
                    .as(broken)
                    .contains("<h1", "09 72 43 91 25")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void saysThatAFormCannotBeReadAtAll() {
        for (var body : List.of("%", "name=%zz&description=x", "name=%C3%2")) {
            var answer = post(body);
            assertThat(answer.statusCode()).as(body).isBetween(400, 422);
            assertThat(answer.body()).as(body).contains("<h1", "09 72 43 91 25").doesNotContain("Exception");
        }
    }

    private HttpResponse<String> post(String body) {
        return Caller.guest(address).post("/declare", Caller.FORM, body);
    }
}
