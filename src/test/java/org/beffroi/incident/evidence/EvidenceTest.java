package org.beffroi.incident.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import org.awaitility.Awaitility;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of an incident: by whom, since when, in whose hands, and always the same. */
@BeffroiTest
class EvidenceTest {
    private static final String TEXT = "Jan 12 03:04:05 proxy denied 203.0.113.7\n";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    private Town.Declared declared = new Town.Declared(new UUID(0, 0), new UUID(0, 0), "", "");
    private Caller analyst = Caller.guest("");
    private Caller guest = Caller.guest("");

    @BeforeEach
    void somebodyHasDeclared() {
        declared = new Town(context).declares(House.VALLEBRUNE, "Nadia Perrin", "Plus rien ne s’ouvre.");
        guest = Caller.guest(address());
        analyst = signedIn("analyst");
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }

    private Caller signedIn(String who) {
        return Caller.signedIn(address(), House.email(who));
    }

    private String atDesk() {
        return "/api/v1/incidents/" + declared.reference() + "/evidence";
    }

    private String byLink() {
        return "/api/v1/follow/" + declared.token() + "/evidence";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> announcing(String name, long length, String words) {
        return Map.of(
                "Upload-Length",
                String.valueOf(length),
                "Upload-Metadata",
                "filename " + base64(name) + ",words " + base64(words));
    }

    private static String handsIn(Caller who, String at, String name, String text) {
        var length = text.getBytes(StandardCharsets.UTF_8).length;
        var announced = who.post(at, Caller.JSON, "", announcing(name, length, "Journal du proxy"));
        assertThat(announced.statusCode()).as(announced.body()).isEqualTo(201);
        var location = announced.headers().firstValue("Location").orElseThrow();
        var grown = sends(who, location, 0, text);
        assertThat(grown).isEqualTo(204);
        return location;
    }

    private static int sends(Caller who, String location, long offset, String text) {
        return who.send(
                        "PATCH",
                        location,
                        "application/offset+octet-stream",
                        text,
                        Map.of("Upload-Offset", String.valueOf(offset)))
                .statusCode();
    }

    private static JsonNode json(Caller who, String at) {
        var answer = who.get(at);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private JsonNode sealed(String location) {
        Awaitility.await().until(() -> kinds(json(analyst, location)).contains("SEALED"));
        return json(analyst, location);
    }

    private static String kinds(JsonNode exhibit) {
        var kinds = new StringBuilder();
        exhibit.get("custody")
                .forEach(one -> kinds.append(one.get("kind").asString()).append(' '));
        return kinds.toString().strip();
    }

    @Test
    void whatAStructureHandsInByItsLinkIsSealedAndTheDeskHasIt() throws Exception {
        var location = handsIn(guest, byLink(), "../etc/proxy.log", TEXT);
        var id = location.substring(location.lastIndexOf('/') + 1);
        var seen = sealed(atDesk() + "/" + id);
        assertThat(seen.get("name").asString()).isEqualTo("proxy.log");
        assertThat(seen.get("sha256").asString())
                .isEqualTo(java.util.HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(TEXT.getBytes(StandardCharsets.UTF_8))));
        assertThat(kinds(seen)).isEqualTo("RECEIVED SEALED");
        assertThat(seen.get("intact").asBoolean()).isTrue();
        assertThat(seen.get("declaration").asString()).isEqualTo(declared.reference());
        assertThat(analyst.get("/incidents/" + declared.reference()).body())
                .contains("proxy.log", "Journal du proxy", "CH DE VALLEBRUNE");
        assertThat(json(guest, location).get("custody").isEmpty()).isTrue();
    }

    @Test
    void anInterruptedUploadGoesOnWhereItWas() {
        var announced = guest.post(byLink(), Caller.JSON, "", announcing("a.txt", 10, ""));
        var location = announced.headers().firstValue("Location").orElseThrow();
        assertThat(sends(guest, location, 0, "0123")).isEqualTo(204);
        assertThat(sends(guest, location, 0, "0123")).isEqualTo(409);
        var head = guest.send("HEAD", location, Caller.JSON, "", Map.of());
        assertThat(head.headers().firstValue("Upload-Offset")).contains("4");
        assertThat(sends(guest, location, 4, "456789")).isEqualTo(204);
        assertThat(sends(guest, location, 10, "x")).isEqualTo(422);
        assertThat(json(guest, location).get("sha256").asString()).hasSize(64);
    }

    private byte[] archive(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address() + path));
        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .contains(".zip");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        return answer.body();
    }

    @Test
    void aCopyLeavesInALockedArchiveAndIsWrittenDown() throws Exception {
        var location = handsIn(guest, byLink(), "virus.exe", "MZ" + TEXT);
        var id = location.substring(location.lastIndexOf('/') + 1);
        sealed(atDesk() + "/" + id);
        var bytes = archive(location + "/archive");
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("proxy denied");
        var exhibit = json(analyst, atDesk() + "/" + id);
        assertThat(kinds(exhibit)).isEqualTo("RECEIVED SEALED GIVEN_OUT");
        var password = exhibit.get("password").asString().toCharArray();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), password)) {
            assertThat(Objects.requireNonNull(zip.getNextEntry()).getFileName()).isEqualTo("virus.exe");
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("MZ" + TEXT);
        }
    }

    @Test
    void goesFromHandToHandAndTheAccountCannotBeChanged() {
        var location = handsIn(analyst, atDesk(), "disque.img", TEXT);
        sealed(location);
        var custody = location + "/custody";
        assertThat(analyst.post(
                                custody,
                                Caller.JSON,
                                "{\"holder\": \"Police judiciaire\", \"happenedAt\": \"2026-01-02T10:00:00Z\", \"words\": \"Scellé n° 12\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(json(analyst, location).get("holder").asString()).isEqualTo("Police judiciaire");
        assertThat(analyst.post(custody, Caller.JSON, "{}").statusCode()).isEqualTo(204);
        var exhibit = json(analyst, location);
        assertThat(exhibit.get("holder").isNull()).isTrue();
        assertThat(kinds(exhibit)).isEqualTo("RECEIVED SEALED HANDED_OVER CAME_BACK");
        assertThat(analyst.post(custody, Caller.JSON, "{\"happenedAt\": \"2999-01-02T10:00:00Z\"}")
                        .statusCode())
                .isEqualTo(422);
        var id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> jdbc.sql("update incident.custody set holder = 'nobody' where evidence_id = :id")
                                .param("id", id)
                                .update())
                .hasMessageContaining("append-only");
        jdbc.sql("alter table incident.custody disable trigger custody_is_append_only")
                .update();
        jdbc.sql("update incident.custody set holder = 'nobody' where evidence_id = :id and number = 3")
                .param("id", id)
                .update();
        jdbc.sql("alter table incident.custody enable trigger custody_is_append_only")
                .update();
        assertThat(json(analyst, location).get("intact").asBoolean()).isFalse();
        assertThat(analyst.get("/incidents/" + declared.reference()).body()).contains("Account broken");
    }

    @Test
    void aLeadErasesWithAReasonAndThatItWasHereStays() {
        var location = handsIn(analyst, atDesk(), "photo.jpg", TEXT);
        sealed(location);
        assertThat(analyst.send("DELETE", location, Caller.JSON, "{\"because\": \"x\"}", Map.of())
                        .statusCode())
                .isEqualTo(403);
        var lead = signedIn("lead");
        assertThat(lead.send("DELETE", location, Caller.JSON, "{}", Map.of()).statusCode())
                .isEqualTo(422);
        assertThat(lead.send("DELETE", location, Caller.JSON, "{\"because\": \"Un visage.\"}", Map.of())
                        .statusCode())
                .isEqualTo(204);
        assertThat(kinds(json(analyst, location))).endsWith("ERASED");
        assertThat(json(analyst, location).get("sha256").isNull()).isFalse();
        assertThat(analyst.get(location + "/archive").statusCode()).isEqualTo(409);
    }

    @Test
    void nobodyElseFindsIt() {
        var ofDesk = handsIn(analyst, atDesk(), "interne.txt", TEXT);
        var ofGuest = handsIn(guest, byLink(), "capture.png", TEXT);
        var desk = ofDesk.substring(ofDesk.lastIndexOf('/') + 1);
        var structure = ofGuest.substring(ofGuest.lastIndexOf('/') + 1);
        assertThat(json(guest, byLink()).toString()).contains("capture.png").doesNotContain("interne.txt");
        assertThat(guest.get(byLink() + "/" + desk).statusCode()).isEqualTo(404);
        assertThat(guest.get(byLink() + "/" + desk + "/archive").statusCode()).isEqualTo(404);
        assertThat(sends(guest, byLink() + "/" + desk, 0, "x")).isEqualTo(404);
        var neighbour = signedIn("neighbour");
        assertThat(neighbour
                        .get("/api/v1/declarations/" + declared.reference() + "/evidence")
                        .statusCode())
                .isEqualTo(404);
        var other = new Town(context).declares(House.MONT_ALAOUI, "Luc Amiel", "Rien.");
        assertThat(neighbour
                        .get("/api/v1/declarations/" + other.reference() + "/evidence/" + structure)
                        .statusCode())
                .isEqualTo(404);
        assertThat(analyst.get("/api/v1/incidents/" + other.reference() + "/evidence/" + desk)
                        .statusCode())
                .isEqualTo(404);
        assertThat(signedIn("agency").get(atDesk()).statusCode()).isEqualTo(403);
    }

    @Test
    void aBrowserWithoutScriptsHandsInSmallOnes() throws Exception {
        var boundary = "----beffroi";
        var body = """
                --%1$s
                Content-Disposition: form-data; name="words"

                Écran
                --%1$s
                Content-Disposition: form-data; name="file"; filename="écran.png"

                PNG…
                --%1$s--
                """.formatted(boundary).replace("\n", "\r\n");
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address() + "/follow/" + declared.token() + "/evidence"))
                                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(guest.get("/follow/" + declared.token()).body()).contains("écran.png", "Écran");
        var nothing = guest.post("/follow/" + declared.token() + "/evidence", Caller.FORM, "words=x");
        assertThat(nothing.statusCode()).isEqualTo(422);
    }

    @Test
    void whatIsTooMuchIsRefusedBeforeItIsSent() {
        var headers = new HashMap<>(announcing("a", 600L << 20, ""));
        assertThat(guest.post(byLink(), Caller.JSON, "", headers).statusCode()).isEqualTo(409);
        headers.put("Upload-Length", String.valueOf(3L << 30));
        assertThat(analyst.post(atDesk(), Caller.JSON, "", headers).statusCode())
                .isEqualTo(422);
        headers.put("Upload-Length", "many");
        assertThat(analyst.post(atDesk(), Caller.JSON, "", headers).body()).contains("Upload-Length");
        headers.putAll(Map.of("Upload-Length", "1", "Upload-Metadata", "filename @@@"));
        assertThat(analyst.post(atDesk(), Caller.JSON, "", headers).body()).contains("Upload-Metadata");
    }
}
