package org.beffroi.declaration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** A structure begins from one of its own past declarations: with what lasts, and nothing of what happened then. */
@BeffroiTest
class AgainTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private Caller declarant = Caller.guest("");
    private String reference = "";

    @BeforeEach
    void onceBefore() {
        House.of(context);
        declarant = Caller.signedIn("http://127.0.0.1:" + port, House.email("declarant"));
        var sheet = """
                {"structure": "%s", "name": "Nadia Perrin", "phone": "06 39 98 77 31", "outOfBand": "Astreinte 06 39 98 55 44",
                 "care": "INTERRUPTED", "foundAt": "2026-03-01T03:10:00Z", "description": "Zzfrüher war es anders.",
                 "systems": ["PRESCRIPTION"], "providerKind": "SOFTWARE_VENDOR", "providerName": "Zzmedisoft"}
                """.formatted(House.VALLEBRUNE);
        var sent = declarant.post(
                "/api/v1/declarations",
                Caller.JSON,
                sheet,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        reference = new JsonMapper().readTree(sent.body()).get("reference").asString();
    }

    @Test
    void whatLastsIsFilledInAndWhatHappenedIsNot() {
        assertThat(declarant.get("/declarations/" + reference).body()).contains("/declare?from=" + reference);
        assertThat(declarant.get("/declare?from=" + reference).body())
                .contains("VALLEBRUNE", "Zzmedisoft", "Astreinte 06 39 98 55 44", "06 39 98 77 31")
                .containsPattern("value=\"PRESCRIPTION\"[^>]*checked")
                .doesNotContain("Zzfrüher", "2026-03-01")
                .doesNotContainPattern("value=\"INTERRUPTED\"[^>]*checked");
    }

    @Test
    void aNeighbourAndAGuestBeginWithAnEmptyForm() {
        var neighbour = Caller.signedIn("http://127.0.0.1:" + port, House.email("neighbour"));
        for (var stranger : new Caller[] {neighbour, Caller.guest("http://127.0.0.1:" + port)}) {
            var page = stranger.get("/declare?from=" + reference);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("Zzmedisoft", "06 39 98 77 31");
        }
    }
}
