package org.beffroi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.util.Random;
import org.awaitility.Awaitility;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Browser.Look;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.beffroi.testing.Wire;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file is handed in from a page while the network comes and goes: it arrives once, whole, and nothing of it is sent twice. */
@BeffroiTest
class EvidenceUploadTest {
    private static final int LENGTH = 21 * 1024 * 1024;

    private final ApplicationContext context;
    private final JdbcClient jdbc;
    private final int port;

    EvidenceUploadTest(@Autowired ApplicationContext context, @Autowired JdbcClient jdbc, @LocalServerPort int port) {
        this.context = context;
        this.jdbc = jdbc;
        this.port = port;
    }

    private long received(String name) {
        return jdbc.sql("select coalesce(max(received), -1) from files.file where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    @Test
    void goesOnWhereItWasWhenTheNetworkIsBack() {
        House.of(context);
        var declared = new Town(context).declares(House.VALLEBRUNE, "Nadia Perrin", "Plus rien ne s’ouvre.");
        var bytes = new byte[LENGTH];
        new Random(7).nextBytes(bytes);
        var name = "memoire-" + declared.reference() + ".raw";
        try (var wire = new Wire(port);
                var visit = Look.at(wire.address()).open()) {
            visit.networkMayFail();
            var page = visit.open("/follow/" + declared.token()).page();
            page.click("#evidence summary");
            page.setInputFiles("#evidence input[type=file]", new FilePayload(name, "application/octet-stream", bytes));
            page.fill("#evidence input[name=words]", "Mémoire du serveur");
            page.evaluate(
                    "() => { const ask = window.fetch; window.fetch = async (a, o) => { if (o && o.method === 'PATCH') await new Promise((d) => setTimeout(d, 300)); return ask(a, o); }; }");
            page.click("#evidence form[data-upload] button");
            Awaitility.await().until(() -> received(name) > 0);
            wire.cut();
            assertThat(page.locator("#evidence .progress")).containsText("Pas de réseau");
            var before = received(name);
            assertThat(before).isBetween(1L, LENGTH - 1L);
            wire.mend();
            assertThat(page.locator("#evidence .list")).containsText(name);
            assertThat(page.locator("#evidence .list")).containsText("Mémoire du serveur");
            assertThat(received(name)).isEqualTo(LENGTH);
            Awaitility.await()
                    .until(() -> jdbc.sql("select count(*) from files.file where name = :name and sha256 is not null")
                                    .param("name", name)
                                    .query(Long.class)
                                    .single()
                            == 1);
            page.reload();
            assertThat(page.locator("#evidence .badge")).containsText("Scellé");
            visit.isSoundOnEveryScreen();
        }
    }
}
