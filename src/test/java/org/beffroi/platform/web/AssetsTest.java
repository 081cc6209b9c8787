package org.beffroi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A browser keeps these files for a year: only an address that changes with them shows the new ones after an upgrade. */
@BeffroiTest
class AssetsTest {
    private static final Pattern ASSET = Pattern.compile("\"(/(?:css|js|img)/[^\"]+)\"");

    private final String address;

    AssetsTest(@Autowired ApplicationContext context, @LocalServerPort int port) {
        House.of(context);
        address = "http://127.0.0.1:" + port;
    }

    @Test
    void linksEachFileOnAPageWithTheHashOfItsContent() {
        var analyst = Caller.signedIn(address, House.email("analyst"));
        var guest = Caller.guest(address);
        for (var page : List.of(guest.get("/"), guest.get("/declare/blank"), analyst.get("/incidents"))) {
            assertThat(files(page.body())).hasSizeGreaterThan(2).allSatisfy(file -> {
                assertThat(file).matches("/[a-z]+/[a-z-]+-[0-9a-f]{32}\\.[a-z]+");
                assertThat(guest.get(file).headers().firstValue("Cache-Control"))
                        .hasValue("max-age=31536000");
            });
        }
    }

    @Test
    void theWorkerKeepsTheVeryFilesThatTheDeclarationAsksFor() {
        var guest = Caller.guest(address);
        var kept = files(guest.get("/worker.js").body());
        assertThat(kept).allSatisfy(file -> {
            assertThat(file).matches("/[a-z]+/[a-z-]+-[0-9a-f]{32}\\.[a-z]+");
            assertThat(guest.get(file).statusCode()).isEqualTo(200);
        });
        assertThat(kept)
                .containsAll(files(guest.get("/declare").body()).stream()
                        .filter(file -> !file.contains("/demo-"))
                        .toList());
    }

    @Test
    void aFileThatIsNotThereIsNotFound() {
        assertThat(Caller.guest(address).get("/css/none.css").statusCode()).isEqualTo(404);
    }

    private static List<String> files(String page) {
        return ASSET.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
