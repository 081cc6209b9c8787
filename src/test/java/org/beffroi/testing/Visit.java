package org.beffroi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.beffroi.testing.Browser.Language;
import org.beffroi.testing.Browser.Screen;

/** Somebody at the site, from the first page to the last. What the browser complains of is gathered and must be nothing. */
public final class Visit implements AutoCloseable {
    /** «November 24, 2026», «3:12 AM», «11/24/26»; a hint how to write 22/11/2026 is none. */
    static final Pattern US_DATE = Pattern.compile(
            "\\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \\d{1,2}, \\d{4}|\\b\\d{1,2}(:\\d{2})?\\s?[AP]M\\b|\\b\\d{1,2}/(1[3-9]|2\\d|3[01])/\\d{2,4}\\b");

    private final BrowserContext context;
    private final Language language;
    private final Screen screen;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private boolean networkMayFail;

    Visit(BrowserContext context, Language language, Screen screen) {
        this.context = context;
        this.language = language;
        this.screen = screen;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            // The browser says so of the page itself when it was refused on purpose; the test looks at that page's
            // words.
            var ownStatus =
                    message.text().startsWith("Failed to load resource: the server responded with a status of 4")
                            && message.location().startsWith(page.url());
            var noNetwork = networkMayFail && message.text().matches(".*(net::ERR_|status of 422).*");
            if (message.type().equals("error") && !ownStatus && !noNetwork) {
                complaints.add(message.text() + " (" + message.location() + ")");
            }
        });
        page.onPageError(complaints::add);
    }

    /** From now on the browser may say that it reached nobody, or that what a page sent by itself was not taken. */
    public void networkMayFail() {
        networkMayFail = true;
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    /** @param path with its slash */
    public Visit open(String path) {
        page.navigate(path);
        return this;
    }

    /** With the session that a caller has already opened. */
    public Visit as(Caller caller) {
        context.addCookies(caller.cookies().entrySet().stream()
                .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()).setUrl(caller.address()))
                .toList());
        return this;
    }

    /** @return this, standing where the site leads after signing in */
    public Visit signIn(String email) {
        page.navigate("/sign-in");
        page.fill("#f-username", email);
        page.fill("#f-password", House.PASSWORD);
        page.click("main form button");
        assertThat(page.url()).doesNotContain("/sign-in");
        return this;
    }

    /** The words of the page's content, as they are seen; no-break spaces are spaces. */
    public String words() {
        return page.innerText("main").replace('\u00A0', ' ');
    }

    /**
     * The page is sound on a telephone and on a desk's screen. One is looked at on light ground and the other on dark, the other way round in
     * the other language, so that a page seen in both languages has been seen on all.
     */
    public void isSoundOnEveryScreen() {
        for (var size : Screen.values()) {
            var scheme =
                    (language == Language.FRENCH) == (size == Screen.TELEPHONE) ? ColorScheme.LIGHT : ColorScheme.DARK;
            page.setViewportSize(size.width, size.height);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(faults())
                    .as("%s (%s, %s, %s)", page.url(), language, size, scheme)
                    .isEmpty();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(screen.width, screen.height);
    }

    /** What is wrong with the page as it stands: accessibility, layout, language, texts, and the browser's complaints. */
    List<String> faults() {
        var faults = new ArrayList<>(complaints);
        complaints.clear();
        faults.addAll(inaccessible());
        faults.addAll(strings("""
                [...document.querySelectorAll('body *')]
                  .filter(e => document.documentElement.scrollWidth > innerWidth && e.getBoundingClientRect().right > innerWidth)
                  .slice(0, 3).map(e => `wider than the screen, ${document.documentElement.scrollWidth} pixels: ${e.outerHTML.slice(0, 200)}`)"""));
        if (!language.code().equals(page.getAttribute("html", "lang"))) {
            faults.add("html lang is " + page.getAttribute("html", "lang"));
        }
        if (!page.title().endsWith(" · Beffroi") && !page.title().startsWith("Beffroi")) {
            faults.add("title is " + page.title());
        }
        if (US_DATE.matcher(page.innerText("body")).find()) {
            faults.add("a date or an hour as in the United States: "
                    + US_DATE.matcher(page.innerText("body"))
                            .results()
                            .findFirst()
                            .map(MatchResult::group));
        }
        if (page.content().contains("??")) {
            faults.add("a text is missing: " + page.content().replaceFirst("(?s)^.*?(\\?\\?.{0,60}).*$", "$1"));
        }
        return faults;
    }

    private List<String> inaccessible() {
        if (!Boolean.TRUE.equals(page.evaluate("typeof axe === 'object'"))) {
            page.evaluate(Axe.SCRIPT);
        }
        return strings("""
                axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations']})
                  .then(found => found.violations.flatMap(fault => fault.nodes.map(node => `axe ${fault.id}: ${node.html} ${node.failureSummary}`)))""");
    }

    private List<String> strings(String script) {
        return page.evaluate(script) instanceof List<?> found
                ? found.stream().map(String::valueOf).toList()
                : List.of("no answer to " + script);
    }

    private static final class Axe {
        static final String SCRIPT = read();

        private static String read() {
            try (var in = Visit.class.getResourceAsStream("/axe.min.js")) {
                return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }
}
