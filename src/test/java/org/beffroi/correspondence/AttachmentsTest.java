package org.beffroi.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files along with messages: read by both sides of one conversation, and by nobody else. */
@BeffroiTest
class AttachmentsTest {
    private static final String WORDS = "Procédure de remise en route";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private Town.Declared declared = new Town.Declared(new UUID(0, 0), new UUID(0, 0), "", "");
    private Caller analyst = Caller.guest("");
    private Caller guest = Caller.guest("");

    @BeforeEach
    void somebodyHasDeclared() {
        declared = new Town(context).declares(House.VALLEBRUNE, "Nadia Perrin", "Plus rien ne s’ouvre.");
        analyst = Caller.signedIn(address(), House.email("analyst"));
        guest = Caller.guest(address());
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }

    private String desk() {
        return "/api/v1/incidents/" + declared.reference() + "/messages";
    }

    private String link() {
        return "/api/v1/follow/" + declared.token() + "/messages";
    }

    private static JsonNode writes(Caller who, String at, int status, String name, String content) {
        var body = Map.of(
                "text",
                "Ci-joint.",
                "attachments",
                java.util.List.of(Map.of(
                        "name",
                        name,
                        "mediaType",
                        "text/plain",
                        "content",
                        Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)))));
        var answer = who.post(
                at,
                Caller.JSON,
                JsonMapper.shared().writeValueAsString(body),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static JsonNode last(JsonNode conversation) {
        var messages = conversation.get("messages");
        return messages.get(messages.size() - 1).get("files").get(0);
    }

    @Test
    void whatTheDeskSendsIsReadAsItIs() {
        var file = last(writes(analyst, desk(), 201, "procedure.txt", WORDS));
        assertThat(file.get("password").isNull()).isTrue();
        var given = guest.get(link() + "/files/" + file.get("id").asString());
        assertThat(given.body()).isEqualTo(WORDS);
        assertThat(given.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(given.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(guest.get("/follow/" + declared.token() + "/messages").body())
                .contains("procedure.txt");
    }

    @Test
    void whatAStructureSendsLeavesInALockedArchive() {
        var file = last(writes(guest, link(), 201, "../virus.exe", WORDS));
        assertThat(file.get("name").asString()).isEqualTo("virus.exe");
        assertThat(file.get("password").asString()).matches("[A-Z0-9]{4}(-[A-Z0-9]{4}){2}");
        for (var who : java.util.List.of(
                analyst.get(desk() + "/files/" + file.get("id").asString()),
                guest.get(link() + "/files/" + file.get("id").asString()))) {
            assertThat(who.statusCode()).isEqualTo(200);
            assertThat(who.headers().firstValue("Content-Type")).contains("application/zip");
            assertThat(who.body()).startsWith("PK").doesNotContain(WORDS);
        }
    }

    @Test
    void isOfOneConversationAlone() {
        var id = last(writes(analyst, desk(), 201, "procedure.txt", WORDS))
                .get("id")
                .asString();
        var other = new Town(context).declares(House.MONT_ALAOUI, "Luc Amiel", "Rien.");
        assertThat(guest.get("/api/v1/follow/" + other.token() + "/messages/files/" + id)
                        .statusCode())
                .isEqualTo(404);
        assertThat(analyst.get("/api/v1/incidents/" + other.reference() + "/messages/files/" + id)
                        .statusCode())
                .isEqualTo(404);
        assertThat(Caller.signedIn(address(), House.email("neighbour"))
                        .get("/api/v1/declarations/" + declared.reference() + "/messages/files/" + id)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsEmptyOrUnreadableIsSaidAndNothingIsSent() {
        assertThat(writes(analyst, desk(), 422, "empty.txt", "").toString()).contains("empty");
        var bad = analyst.post(
                desk(),
                Caller.JSON,
                "{\"text\": \"x\", \"attachments\": [{\"name\": \"a\", \"content\": \"@@\"}]}",
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(analyst.get(desk()).body()).contains("\"messages\":[]");
    }
}
