package org.beffroi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.beffroi.declaration.DeclarationVerified.How;
import org.beffroi.declaration.Declarations;
import org.beffroi.directory.Finess;
import org.beffroi.shared.Command;
import org.beffroi.shared.Paris;
import org.beffroi.shared.PublicReference;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider's data centre stops at night: 300 structures declare, each in its own words, within the hour. In a context, and so in a
 * database, of its own: its figures are counted.
 */
@BeffroiTest
@TestPropertySource(properties = "spring.application.name=beffroi-outage")
class ProviderOutageTest {
    private static final int STRUCTURES = 300;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> SPELLINGS =
            List.of("Nuage Santé", "NUAGE SANTE SAS", "nuage-santé", "Groupe Nuage Santé", "Hébergeur Nuage Santé");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Declarations declarations;

    @Autowired
    Clock clock;

    private Caller guest = Caller.guest("");
    private Caller analyst = Caller.guest("");
    private final List<String> finesses = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final List<String> references = new ArrayList<>();

    @BeforeEach
    void threeHundredLaboratoriesAndOneHost(@TempDir Path folder) throws Exception {
        House.of(context);
        guest = Caller.guest("http://127.0.0.1:" + port);
        analyst = Caller.signedIn("http://127.0.0.1:" + port, House.email("analyst"));
        var lines = Files.readAllLines(Path.of("src/test/resources/structures.csv"), StandardCharsets.UTF_8);
        var pattern = lines.get(1);
        var file = new ArrayList<>(List.of(lines.getFirst()));
        for (int i = 0; i < STRUCTURES; i++) {
            var finess = Finess.withKey("9900%04d".formatted(5000 + i)).value();
            finesses.add(finess);
            file.add(pattern.replace("990000010", finess).replace("CH DE VALLEBRUNE", "CH N° " + i));
        }
        var csv = Files.write(folder.resolve("structures.csv"), file, StandardCharsets.UTF_8);
        for (var command : context.getBeansOfType(Command.class).values()) {
            if (command.name().equals("import structures")) {
                command.run(
                        List.of(csv.toString()),
                        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            }
        }
        for (int i = 0; i < STRUCTURES; i++) {
            declare(i);
        }
    }

    private void declare(int i) {
        var sheet = """
                {"structure": "%s", "name": "Garde %d", "phone": "06 39 98 12 34", "care": "%s", "foundAt": "%s",
                 "description": "Le dossier hébergé ne répond plus.", "state": "ONGOING", "reach": "PROVIDER",
                 "providerKind": "HOST", "providerName": "%s"}
                """.formatted(
                        finesses.get(i),
                        i,
                        i % 3 == 0 ? "INTERRUPTED" : "DEGRADED",
                        clock.instant().minusSeconds(900),
                        SPELLINGS.get(i % SPELLINGS.size()));
        var sent = guest.post(
                "/api/v1/declarations",
                Caller.JSON,
                sheet,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        var receipt = JSON.readTree(sent.body());
        references.add(receipt.get("reference").asString());
        links.add(receipt.get("follow").asString());
    }

    @Test
    void threeHundredDeclarationsOneIncidentOneMessageAndRightFigures() {
        var first = references.getFirst();
        var wave = "/api/v1/incidents/" + first + "/wave";
        assertThat(reasons(wave)).hasSize(STRUCTURES - 1).allMatch(all -> all.contains("SAME_PROVIDER"));
        var others = JSON.writeValueAsString(Map.of(
                "declarations", references.subList(1, STRUCTURES), "because", "Panne de Nuage Santé, confirmée"));
        var joined = read(analyst.post(wave, Caller.JSON, others).body());
        assertThat(joined.get("joined")).hasSize(STRUCTURES - 1);
        assertThat(joined.get("left")).isEmpty();
        assertThat(read(analyst.post(wave, Caller.JSON, others).body()).get("left"))
                .as("asked for again")
                .isEmpty();
        eachKeepsItsImpact(first);
        oneMessageReachesAll(first);
        figuresAreRight();
    }

    private List<String> reasons(String wave) {
        return read(analyst.get(wave).body())
                .get("likeliest")
                .valueStream()
                .map(one -> one.get("reasons").toString())
                .toList();
    }

    private void eachKeepsItsImpact(String first) {
        for (var i : List.of(0, 1, STRUCTURES - 1)) {
            var own = read(guest.get("/api/v1" + links.get(i)).body());
            assertThat(own.at("/declaration/answers").toString()).contains(i % 3 == 0 ? "INTERRUPTED" : "DEGRADED");
            assertThat(own.toString()).contains("CH N° " + i).doesNotContain("CH N° " + (i + 7) % STRUCTURES + "\"");
        }
        assertThat(analyst.get("/incidents/" + first).body()).contains("CH N° 0");
        assertThat(analyst.get("/incidents/" + references.get(200)).headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).contains(first));
    }

    private void oneMessageReachesAll(String first) {
        verifyAll();
        var mailings = "/api/v1/incidents/" + first + "/mailings";
        var text = Map.of("text", "{greeting}\n\nNuage Santé repart à 6 h. Votre référence : {reference}.");
        assertThat(send(mailings, text, 299, UUID.randomUUID().toString())
                        .get("status")
                        .asInt())
                .as("fewer were expected")
                .isEqualTo(409);
        var key = UUID.randomUUID().toString();
        var id = send(mailings, text, STRUCTURES, key).get("id").asString();
        assertThat(send(mailings, text, STRUCTURES, key).get("id").asString()).isEqualTo(id);
        Awaitility.await()
                .until(() -> read(analyst.get(mailings + "/" + id).body())
                                .at("/mailing/written")
                                .asInt()
                        == STRUCTURES);
        for (var i : List.of(0, 17, STRUCTURES - 1)) {
            var messages = read(guest.get("/api/v1" + links.get(i) + "/messages")
                            .body())
                    .get("messages");
            assertThat(messages).hasSize(1);
            assertThat(messages.get(0).get("text").asString())
                    .contains("Garde " + i, references.get(i))
                    .doesNotContain("{", first.equals(references.get(i)) ? "\u0000" : first);
        }
        var report = read(analyst.get(mailings + "/" + id).body());
        assertThat(report.at("/mailing/opened").asInt()).isEqualTo(3);
        assertThat(report.get("lines")
                        .valueStream()
                        .filter(line -> !line.get("openedAt").isNull()))
                .hasSize(3);
        var again = read(analyst.post(
                        mailings + "/plan", Caller.JSON, "{\"audience\": \"NOT_OPENED\", \"text\": \"Rien de neuf.\"}")
                .body());
        assertThat(again.get("structures").asInt()).isEqualTo(STRUCTURES - 3);
    }

    private void verifyAll() {
        var desk = House.of(context).viewer("analyst");
        for (var reference : references) {
            var declaration = declarations
                    .find(PublicReference.parse(reference).orElseThrow(), desk)
                    .orElseThrow();
            declarations.verify(declaration, How.CALLED_BACK, desk);
        }
    }

    private JsonNode send(String mailings, Map<String, String> text, int expected, String key) {
        var body = new HashMap<String, Object>(text);
        body.put("expected", expected);
        return read(analyst.post(mailings, Caller.JSON, JSON.writeValueAsString(body), Map.of("Idempotency-Key", key))
                .body());
    }

    private void figuresAreRight() {
        var observatory = Caller.signedIn("http://127.0.0.1:" + port, House.email("observatory"));
        var year = read(
                observatory.get("/api/v1/observatory/" + Year.now(Paris.ZONE)).body());
        var figures = year.get("figures")
                .valueStream()
                .collect(Collectors.toMap(
                        one -> one.get("key").asString(), one -> one.get("n").asInt()));
        assertThat(figures).containsEntry("incidents", 1).containsEntry("structures", STRUCTURES);
    }

    private static JsonNode read(String json) {
        return JSON.readTree(json);
    }
}
