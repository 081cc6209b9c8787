package org.beffroi.incident.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What is known of an incident, on paper: all of it for the desk, its own for the structure, and its own answers for a recipient. */
@BeffroiTest
class ReportsTest {
    private static final String NOTE = "Appelé le DSI hors cellule.";
    private static final String SAID = "Coupez la liaison avec le prestataire.";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private Town.Declared declared = new Town.Declared(new UUID(0, 0), new UUID(0, 0), "", "");
    private Caller analyst = Caller.guest("");
    private Caller guest = Caller.guest("");

    @BeforeEach
    void aNightIsOver() {
        var town = new Town(context);
        declared = town.declares(House.VALLEBRUNE, "Nadia Perrin", "Plus rien ne s’ouvre.");
        town.treats(declared, NOTE);
        analyst = Caller.signedIn(address(), House.email("analyst"));
        guest = Caller.guest(address());
        var written = analyst.post(
                incident() + "/messages",
                Caller.JSON,
                "{\"text\": \"" + SAID + "\"}",
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(written.statusCode()).isEqualTo(201);
        analyst.post(
                incident() + "/log",
                Caller.JSON,
                "{\"kind\": \"DECISION\", \"happenedAt\": \"2026-01-03T01:10:00Z\", \"text\": \"Réseau coupé.\", \"saidBy\": \"la directrice\"}");
        analyst.post(incident() + "/observables", Caller.JSON, "{\"text\": \"203.0.113.77\", \"tlp\": \"RED\"}");
        analyst.post(
                incident() + "/techniques", Caller.JSON, "{\"technique\": \"T1490\", \"words\": \"vssadmin lancé\"}");
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }

    private String incident() {
        return "/api/v1/incidents/" + declared.reference();
    }

    private static String markdown(Caller who, String path) {
        var answer = who.get(path + "?as=md&lang=fr");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String pdf(String path) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address() + path)).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        try (var document = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void theDesksHoldsAllThatItsPageHolds() {
        var report = markdown(analyst, incident() + "/report");
        assertThat(report)
                .startsWith("**Pour le centre seul")
                .contains("# Rapport sur l’incident " + declared.reference())
                .contains("CH DE VALLEBRUNE", "Plus rien ne s’ouvre.", "Rançongiciel", "Qui doit être informé")
                .contains(NOTE, SAID, "Réseau coupé.", "la directrice", "203\\[.\\]0", "Claire Vasseur")
                .contains("T1490 Inhibit System Recovery", "Impact", "vssadmin lancé");
    }

    @Test
    void aStructuresHoldsItsOwnAndNothingOfTheDesk() throws Exception {
        var link = "/api/v1/follow/" + declared.token() + "/report";
        for (var report : java.util.List.of(markdown(guest, link), pdf(link))) {
            assertThat(report)
                    .contains("CH DE VALLEBRUNE", "Plus rien ne s’ouvre.", SAID)
                    .doesNotContain(
                            NOTE, "Réseau coupé.", "203.0.113.77", "203[.]0", "Claire Vasseur", "T1490", "vssadmin");
        }
        assertThat(guest.get(incident() + "/report").statusCode()).isEqualTo(401);
        assertThat(Caller.signedIn(address(), House.email("neighbour"))
                        .get("/api/v1/declarations/" + declared.reference() + "/report")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aRecipientsHoldsItsOwnAnswersAlone() {
        var ars = markdown(analyst, incident() + "/obligations/ARS/transmission");
        assertThat(ars).contains("CH DE VALLEBRUNE", "Plus rien ne s’ouvre.");
        var police = markdown(analyst, incident() + "/obligations/POLICE/transmission");
        assertThat(police)
                .contains("CH DE VALLEBRUNE", "LOPMI")
                .doesNotContain("Plus rien ne s’ouvre.", "Nadia Perrin", "06 12 34 56 78", NOTE);
    }
}
