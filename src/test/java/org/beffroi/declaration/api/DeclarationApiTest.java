package org.beffroi.declaration.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.beffroi.testing.Village.VALLEBRUNE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Village;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@BeffroiTest
class DeclarationApiTest {
    private static final String ENOUGH = """
            {"structure": "%s", "name": "Claire Vasseur", "phone": "06 12 34 56 78", "foundAt": "2026-03-02T03:10:00+01:00",
             "description": "Plus rien ne s’ouvre.", "care": "DEGRADED", "causes": ["RANSOMWARE"], "helpWanted": true}
            """.formatted(VALLEBRUNE);

    @LocalServerPort
    int port;

    @Autowired
    Village village;

    @Autowired
    JsonMapper json;

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> post(byte[] body, String key, String language)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/declarations"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .header("Accept-Language", language)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body, String key) throws IOException, InterruptedException {
        return post(body.getBytes(StandardCharsets.UTF_8), key, "en");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void answersWithAReferenceAndAFollowUpLink() throws Exception {
        var answer = post(ENOUGH, key());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var received = json.readTree(answer.body());
        assertThat(received.get("reference").asString()).matches("BEF-\\d{4}-\\d{6,}-[A-Z]");
        assertThat(received.get("verified").asBoolean()).isFalse();
        var followed = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1"
                                + received.get("follow").asString()))
                        .build(),
                BodyHandlers.ofString());
        assertThat(followed.body()).contains("Plus rien ne s’ouvre.");
    }

    @Test
    void isOneDeclarationWhenSentTwiceAndAConflictWhenItDiffers() throws Exception {
        var key = key();
        var first = post(ENOUGH, key);
        var second = post(ENOUGH, key);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());

        var third = post(ENOUGH.replace("DEGRADED", "INTERRUPTED"), key);
        assertThat(third.statusCode()).isEqualTo(409);
        assertThat(third.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(problem(third).get("type").asString()).isEqualTo("/problems/conflict");
        assertThat(third.body())
                .as("the key may be another guest's")
                .contains("receipt")
                .doesNotContain(json.readTree(first.body()).get("reference").asString());
    }

    @Test
    void listsEveryErrorByFieldInTheCallersLanguage() throws Exception {
        var answer = post(
                "{\"care\": \"PERHAPS\", \"foundAt\": \"2026-02-31T10:00\"}".getBytes(StandardCharsets.UTF_8),
                key(),
                "fr");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(problem(answer).get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("structure", "name", "phone", "foundAt", "description", "care");
        assertThat(answer.body()).contains("Cette date n’existe pas");
    }

    @Test
    void saysClearlyWhatCannotBeRead() throws Exception {
        assertThat(post("{\"structure\": ", key()).statusCode()).isEqualTo(400);
        assertThat(post(new byte[] {'{', '"', (byte) 0xC3, '(', '"', ':', '1', '}'}, key(), "en")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("[]", key()).statusCode()).isEqualTo(400);
        assertThat(problem(post("not json", key())).get("type").asString()).isEqualTo("/problems/unreadable");
    }

    @Test
    void answersThoughTheWrongAnswerEndsInHalfACharacterWhenItIsShortened() throws Exception {
        var long41 = "k".repeat(38) + "😀😀😀";
        var answer = post("{\"" + long41 + "\": \"x\", \"care\": \"" + long41 + "\"}", key());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(problem(answer).get("errors").findValuesAsString("field")).contains("care", "k".repeat(38) + "😀…");
        assertThat(post("{\"\\ud83d\": \"x\"}", key()).statusCode())
                .as("JSON that is no text")
                .isEqualTo(400);
    }

    @Test
    void refusesTenMegabytesOfDescriptionWithTheLimit() throws Exception {
        var answer = post(ENOUGH.replace("Plus rien ne s’ouvre.", "x".repeat(10_000_000)), key());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("20,000").contains("10,000,000");
    }

    @Test
    void refusesAMissingKey() throws Exception {
        var answer = post(ENOUGH, " ");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Idempotency-Key");
    }

    @Test
    void refusesATokenItDoesNotKnowInsteadOfTakingItForAGuest() throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/declarations"))
                        .header("Authorization", "Bearer bef_unknown")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key())
                        .POST(BodyPublishers.ofString(ENOUGH))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(problem(answer).get("type").asString()).isEqualTo("/problems/unknown-caller");
    }

    @Test
    void describesItselfByTheQuestionnaire() throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/openapi"))
                        .build(),
                BodyHandlers.ofString());
        var schema = json.readTree(answer.body()).at("/components/schemas/Declaration");
        assertThat(schema.at("/required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("structure", "name", "foundAt", "description", "care");
        assertThat(schema.at("/properties/care/enum").size()).isEqualTo(3);
        assertThat(answer.body()).doesNotContain("\"viewer\"");
    }

    private JsonNode problem(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }
}
