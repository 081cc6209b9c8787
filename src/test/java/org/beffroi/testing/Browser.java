package org.beffroi.testing;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One Chromium for all tests of a run: the system's own, nothing is downloaded. {@code BEFFROI_CHROMIUM} names another one. Each test opens
 * visits of its own, which share nothing: no cookie, no cache, no draft.
 */
public final class Browser {
    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final String MISSING = "Journeys need Chromium, and there is none at "
            + String.join(", ", USUAL)
            + ". Install it: apt-get install -y --no-install-recommends chromium fonts-noto-core"
            + " (or name one: BEFFROI_CHROMIUM=/path/to/chromium)";

    private Browser() {}

    private static final class Running {
        static final com.microsoft.playwright.Browser BROWSER = launch();

        private static com.microsoft.playwright.Browser launch() {
            var program = program();
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program)
                            .setHeadless(true)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
        }
    }

    private static Path program() {
        return Stream.concat(Stream.ofNullable(System.getenv("BEFFROI_CHROMIUM")), USUAL.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(MISSING));
    }

    /** How somebody looks at the site. */
    public enum Language {
        FRENCH("fr-FR", "fr"),
        ENGLISH("en-GB", "en");

        final String locale;
        final String code;

        Language(String locale, String code) {
            this.locale = locale;
            this.code = code;
        }

        /** As {@code <html lang>} says it. */
        public String code() {
            return code;
        }
    }

    /** A telephone in a corridor, or a desk. */
    public enum Screen {
        TELEPHONE(360, 800),
        DESK(1280, 900);

        final int width;
        final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    /**
     * @param address of the site, without a path
     * @param javaScript whether the browser runs it
     * @param keeping whether pages may be kept on the device (service worker): what tests of the network itself cannot have
     */
    public record Look(String address, Language language, Screen screen, boolean javaScript, boolean keeping) {
        public static Look at(String address) {
            return new Look(address, Language.FRENCH, Screen.TELEPHONE, true, false);
        }

        public Look in(Language other) {
            return new Look(address, other, screen, javaScript, keeping);
        }

        public Look on(Screen other) {
            return new Look(address, language, other, javaScript, keeping);
        }

        public Look withoutJavaScript() {
            return new Look(address, language, screen, false, keeping);
        }

        public Look keepingPages() {
            return new Look(address, language, screen, javaScript, true);
        }

        public Visit open() {
            var context = Running.BROWSER.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                    .setBaseURL(Objects.requireNonNull(address))
                    .setLocale(language.locale)
                    .setTimezoneId("Europe/Paris")
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setViewportSize(screen.width, screen.height)
                    .setServiceWorkers(keeping ? ServiceWorkerPolicy.ALLOW : ServiceWorkerPolicy.BLOCK)
                    .setJavaScriptEnabled(javaScript));
            context.setDefaultTimeout(10_000);
            return new Visit(context, language, screen);
        }
    }
}
