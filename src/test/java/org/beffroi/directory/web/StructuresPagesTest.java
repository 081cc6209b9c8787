package org.beffroi.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.access.domain.ApiTokens;
import org.beffroi.shared.Command;
import org.beffroi.testing.BeffroiTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** In a context, and so in a database, of its own: its file gives the village's numbers to other structures. */
@BeffroiTest
@TestPropertySource(properties = "spring.application.name=beffroi-structures")
class StructuresPagesTest {
    private static final String HOSPITAL = "/structures/990000010";
    private static final String CLINIC = "/structures/990000028";

    @Autowired
    List<Command> commands = List.of();

    @Autowired
    @Nullable
    ApiTokens tokens;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void fill() throws Exception {
        for (var command : commands) {
            if (command.name().equals("import structures")) {
                command.run(
                        List.of("src/test/resources/directory/sae.csv"),
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void showsAnAgencyItsOwnRegionOnly() throws Exception {
        var agency = token(Role.AGENCY, "84");
        assertThat(get("/structures?q=essais", agency).statusCode()).isEqualTo(200);
        assertThat(get("/structures?q=valbourg", agency).body()).contains("CENTRE HOSPITALIER DE VALBOURG");
        assertThat(get("/structures?q=sacre+coeur+essai", agency).body()).doesNotContain("SACRÉ");
        assertThat(get("/structures?q=sacre+coeur+essai&region=53", agency).body())
                .doesNotContain("SACRÉ");
        assertThat(get(HOSPITAL, agency).statusCode()).isEqualTo(200);
        assertThat(get(CLINIC, agency).statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/structures?q=sacre+coeur+essai", agency).body()).isEqualTo("[]");
        assertThat(get("/api/v1" + CLINIC, agency).statusCode()).isEqualTo(404);
    }

    @Test
    void findsByNumberForMachines() throws Exception {
        var answer = get("/api/v1/structures?q=99+000+001+0", token(Role.OBSERVATORY, null));
        assertThat(answer.body()).contains("\"finess\":\"990000010\"", "\"emergency\":true", "\"obliged\":true");
    }

    @Test
    void isClosedToGuestsAndDeclarants() throws Exception {
        assertThat(get("/api/v1/structures", null).statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/structures", token(Role.DECLARANT, null)).statusCode())
                .isIn(401, 403);
        assertThat(get("/structures", null).headers().firstValue("Location").orElseThrow())
                .contains("/sign-in");
        assertThat(get(HOSPITAL, token(Role.DECLARANT, null)).body()).doesNotContain("VALBOURG");
    }

    @Test
    void keepsAContactForThoseWhoCallAndForgetsIt() throws Exception {
        var analyst = token(Role.ANALYST, null);
        var contact =
                Map.of("kind", "PHONE", "value", "+88 1600 123456", "label", "Cellule de crise", "outOfBand", "true");
        assertThat(post(HOSPITAL + "/contacts", analyst, contact).statusCode()).isEqualTo(302);
        assertThat(get(HOSPITAL, analyst).body()).contains("+88 1600 123456", "Cellule de crise");
        assertThat(get(HOSPITAL, token(Role.AGENCY, "84")).body()).contains("+88 1600 123456");
        assertThat(get(HOSPITAL, token(Role.OBSERVATORY, null)).body()).doesNotContain("+88 1600 123456");
        post(HOSPITAL + "/contacts/removal", token(Role.AGENCY, "84"), contact);
        assertThat(get(HOSPITAL, analyst).body()).contains("+88 1600 123456");
        assertThat(post(HOSPITAL + "/contacts/removal", analyst, contact).statusCode())
                .isEqualTo(302);
        assertThat(get(HOSPITAL, analyst).body()).doesNotContain("+88 1600 123456");
    }

    @Test
    void saysWhatIsWrongWithAContactAndKeepsWhatWasTyped() throws Exception {
        var answer = post(
                HOSPITAL + "/contacts",
                token(Role.ANALYST, null),
                Map.of("kind", "PHONE", "value", "<script>alert(1)</script>", "label", "x".repeat(101)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#f-value\"", "href=\"#f-label\"", "&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void keepsAContactForMachinesToo() throws Exception {
        var analyst = token(Role.ANALYST, null);
        var contacts = "/api/v1" + HOSPITAL + "/contacts";
        var body = "{\"value\":\" +88 1600 654321 \",\"label\":\"Astreinte\"}";
        var kept = http.send(json(contacts, analyst, body), BodyHandlers.ofString());
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.body())
                .contains(
                        "{\"kind\":\"PHONE\",\"value\":\"+88 1600 654321\",\"label\":\"Astreinte\",\"outOfBand\":true");
        var wrong = http.send(
                json(contacts, analyst, "{\"kind\":\"EMAIL\",\"value\":\"nobody\"}"), BodyHandlers.ofString());
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("\"field\":\"value\"");
        var number = contacts + "?kind=PHONE&value=%2B88%201600%20654321";
        assertThat(delete(number, token(Role.OBSERVATORY, null))).isEqualTo(403);
        assertThat(get("/api/v1" + HOSPITAL, analyst).body()).contains("654321");
        assertThat(delete(number, analyst)).isEqualTo(204);
        assertThat(get("/api/v1" + HOSPITAL, analyst).body()).doesNotContain("654321");
        assertThat(delete("/api/v1/structures/990000093/contacts?kind=PHONE&value=1", analyst))
                .isEqualTo(404);
    }

    @Test
    void proposesStructuresToThoseWhoBuildAForm() throws Exception {
        assertThat(get("/api/v1/questionnaire/structures?q=valbourg", null).body())
                .contains("\"structure\":\"990000010\"", "CENTRE HOSPITALIER")
                .doesNotContain("contact");
        assertThat(get("/api/v1/questionnaire/structures?q=e", null).body()).isEqualTo("[]");
        assertThat(get("/api/v1/questionnaire/structures", null).body()).isEqualTo("[]");
    }

    @Test
    void answersAnythingTyped() throws Exception {
        var analyst = token(Role.ANALYST, null);
        for (var typed :
                new String[] {"%", "'; drop table directory.structure; --", "<b>", "\u0000", "é".repeat(2_000)}) {
            var answer = get("/structures?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8), analyst);
            assertThat(answer.statusCode()).as(typed).isIn(200, 400);
            assertThat(answer.body()).doesNotContain("<b>");
        }
        assertThat(get("/structures/no-such-thing", analyst).statusCode()).isEqualTo(404);
    }

    private String token(Role role, @Nullable String region) {
        var grant = new ApiTokens.Grant("test", role, region, Set.of(), Duration.ofHours(1));
        return Objects.requireNonNull(tokens).make(grant, Viewer.system("test"));
    }

    private HttpResponse<String> get(String path, @Nullable String token) throws Exception {
        return http.send(request(path, token).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String token, Map<String, String> form) throws Exception {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return http.send(
                request(path, token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest json(String path, String token, String body) {
        return request(path, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private int delete(String path, String token) throws Exception {
        return http.send(request(path, token).DELETE().build(), BodyHandlers.discarding())
                .statusCode();
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }
}
