package org.beffroi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.beffroi.shared.Paris;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Browser.Language;
import org.beffroi.testing.Browser.Look;
import org.beffroi.testing.Browser.Screen;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What pages become on paper, and a year for a day that has not come. */
@BeffroiTest
class PaperTest {
    private static final int A4 = 680;

    private final ApplicationContext context;
    private final Look look;

    PaperTest(@Autowired ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.look = Look.at("http://127.0.0.1:" + port).on(Screen.DESK);
    }

    @BeforeEach
    void moveIn() {
        House.of(context);
    }

    private static void toPaper(Page page) {
        page.setViewportSize(A4, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    }

    private static Object style(Page page, String selector, String property) {
        return page.locator(selector).first().evaluate("(e, name) => getComputedStyle(e)[name]", property);
    }

    @Test
    void anIncidentBreaksWhereItMust() {
        var reference = new Town(context)
                .declares(House.VALLEBRUNE, "Nadia Perrin", "Plus rien ne répond.")
                .reference();
        try (var desk = look.open()) {
            desk.signIn(House.email("analyst"));
            var page = desk.open("/incidents/" + reference).page();
            toPaper(page);
            for (var tall : new String[] {".case", ".case > *", ".panel", ".side .card"}) {
                assertThat(style(page, tall, "breakInside")).as(tall).isEqualTo("auto");
                assertThat(style(page, tall, "display")).as(tall).isEqualTo("block");
            }
        }
    }

    @Test
    void theQueueStaysATableAndSaysWhoIsMissing() {
        new Town(context).declares(House.VALLEBRUNE, "Nadia Perrin", "Plus rien ne répond.");
        try (var desk = look.open()) {
            desk.signIn(House.email("analyst"));
            var page = desk.open("/incidents?view=unassigned").page();
            assertThat(page.locator("tbody tr td:last-child .paper").first()).isHidden();
            toPaper(page);
            assertThat(style(page, ".queue tbody td", "display")).isEqualTo("table-cell");
            assertThat(page.locator("tbody tr td:last-child .paper").first()).hasText("Personne encore");
            assertThat(page.locator("tbody tr td:last-child .paper").first()).isVisible();
        }
    }

    @Test
    void aDayThatHasNotComeIsSaidBesideItsFieldOverTheFiguresOfNow() {
        try (var visit = look.open()) {
            var year = Year.now(Paris.ZONE);
            var answer = visit.page().navigate("/observatory/" + year + "?asKnownAt=2131-01-01");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(visit.page().locator("h1")).containsText("L’année " + year);
            assertThat(visit.page().locator("#e-asKnownAt")).containsText("n’est pas encore venu");
            assertThat(visit.page().locator("#f-asKnownAt")).hasValue("2131-01-01");
            assertThat(visit.page().getAttribute("#f-asKnownAt", "max")).startsWith(year.toString());
            visit.isSoundOnEveryScreen();
        }
    }

    /** In a crisis kit a second sheet is the one that is lost. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void theBlankFormIsOneSheetWithEveryQuestionUnderItsNumber(Language language) {
        try (var visit = look.in(language).open()) {
            var page = visit.open("/declare/blank").page();
            var pdf =
                    new String(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)), StandardCharsets.ISO_8859_1);
            assertThat(Pattern.compile("/Type\\s*/Page\\b(?!s)").matcher(pdf).results())
                    .hasSize(1);
            var numbers = page.locator(".blank .no").allInnerTexts();
            assertThat(numbers)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, numbers.size())
                            .mapToObj(String::valueOf)
                            .toList())
                    .hasSizeGreaterThan(25);
        }
    }

    /** Who has the sheet in hand and who asks on the telephone speak of the same numbers. */
    @Test
    void theDeskAsksUnderTheNumbersOfTheSheet() {
        try (var desk = look.open()) {
            var asked = desk.open("/declare/blank").page().locator(".blank .q").allInnerTexts().stream()
                    .map(text -> text.lines().findFirst().orElseThrow().strip())
                    .toList();
            desk.signIn(House.email("analyst"));
            var labels = desk.open("/declare").page().locator("#declaration").textContent();
            for (int number = 1; number <= asked.size(); number++) {
                assertThat(labels).contains(number + ". ");
            }
            assertThat(labels).contains("Que dire au téléphone");
        }
    }
}
