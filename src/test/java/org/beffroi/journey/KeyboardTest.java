package org.beffroi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Browser.Look;
import org.beffroi.testing.Browser.Screen;
import org.beffroi.testing.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Without a mouse; and with letters four times as large, which is a screen of 320 pixels (WCAG 2.2, 1.4.10). */
@BeffroiTest
class KeyboardTest {
    private static final int LONGEST_WAY = 150;

    private final ApplicationContext context;
    private final Look look;

    KeyboardTest(@Autowired ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.look = Look.at("http://127.0.0.1:" + port).on(Screen.DESK);
    }

    @BeforeEach
    void moveIn() {
        House.of(context);
    }

    @Test
    void declaresWithTabSpaceAndEnterAlone() {
        try (var visit = look.open()) {
            var page = visit.page();
            visit.open("/");
            tabTo(page, "a[href='/declare']");
            page.keyboard().press("Enter");
            page.waitForURL("**/declare*");
            type(page, "#f-structure", "Clinique qui n’est pas dans la liste");
            type(page, "#f-name", "Nadia Perrin");
            type(page, "#f-phone", "06 12 34 56 78");
            type(page, "#f-description", "Plus rien ne s’ouvre.");
            tabTo(page, "input[name=care]");
            page.keyboard().press("Space");
            tabTo(page, "#declaration button.bell");
            page.keyboard().press("Enter");
            page.waitForURL("**/follow/**");
            assertThat(visit.words()).containsPattern(DeclarationPage.REFERENCE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/declare", "/follow", "/sign-in", "/observatory", "/observatory/2019", "/about", "/nowhere"
            })
    void losesNothingAt320Pixels(String path) {
        try (var visit = look.open()) {
            var page = visit.page();
            page.setViewportSize(1280, 1024);
            page.navigate(path);
            var words = words(page);
            page.setViewportSize(320, 256);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= 320"))
                    .as("nothing is to be scrolled to the side")
                    .isEqualTo(true);
            assertThat(words(page)).containsAll(words);
            assertThat(page.evaluate("""
                    [...document.querySelectorAll('main a, main button, main input:not([type=hidden]), main textarea')]
                      .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > 321)
                      .map(e => e.outerHTML)""")).isEqualTo(List.of());
        }
    }

    /** What can be read of the content, whatever hides at either size. */
    private static List<String> words(Page page) {
        return List.of(page.innerText("main").split("\\s+"));
    }

    private static void type(Page page, String selector, String text) {
        tabTo(page, selector);
        page.keyboard().type(text);
    }

    /** Where the focus is must be seen on the way. */
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < LONGEST_WAY; i++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("""
                    (e => e === document.body || e.matches('.skip') || getComputedStyle(e).outlineStyle !== 'none'
                      || getComputedStyle(e).boxShadow !== 'none' || getComputedStyle(e.closest('label') ?? e).outlineStyle !== 'none'
                    )(document.activeElement)"""))
                    .as(() -> "the focus is seen on " + page.evaluate("document.activeElement.outerHTML"))
                    .isEqualTo(true);
            if (Boolean.TRUE.equals(page.evaluate("selector => document.activeElement.matches(selector)", selector))) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + selector);
    }
}
