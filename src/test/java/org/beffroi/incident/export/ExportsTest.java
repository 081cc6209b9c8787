package org.beffroi.incident.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Submission;
import org.beffroi.incident.Assessment;
import org.beffroi.incident.Conclusion;
import org.beffroi.incident.IncidentWork;
import org.beffroi.incident.domain.CaseFiles;
import org.beffroi.taxonomy.Taxonomy;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Village;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaves for the tools of others is as their own schemas want it, and names nobody. */
@BeffroiTest
class ExportsTest {
    private static final Path DATA =
            Path.of(Objects.requireNonNullElse(System.getenv("BEFFROI_TEST_DATA"), "../shared/data"));

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private String declared(Answers answers) {
        var receipt = context.getBean(Declarations.class)
                .submit(Submission.now(answers, "WEB", UUID.randomUUID().toString()), Viewer.guest());
        context.getBean(IncidentWork.class).openFor(receipt.declaration());
        return receipt.reference().toString();
    }

    private Caller desk() {
        House.of(context);
        return Caller.signedIn("http://127.0.0.1:" + port, House.email("analyst"));
    }

    private static JsonNode json(Caller who, String path) {
        var answer = who.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static List<Error> faults(String schema, JsonNode json) throws IOException {
        var file = DATA.resolve(schema);
        assumeTrue(Files.exists(file), "this schema is not there: " + file);
        var text = Files.readString(file);
        return SchemaRegistry.withDefaultDialect(
                        text.contains("draft-04") ? SpecificationVersion.DRAFT_4 : SpecificationVersion.DRAFT_2020_12)
                .getSchema(text)
                .validate(json);
    }

    @Test
    void everyCauseAndSystemIsAValidVerisRecord() throws Exception {
        var desk = desk();
        for (var cause : new Taxonomy().vocabulary("cause").codes()) {
            var reference = declared(Village.enough(House.VALLEBRUNE)
                    .with("causes", cause)
                    .with("systems", new Taxonomy().vocabulary("system").codes().toArray(String[]::new))
                    .with("dataEffects", "UNAVAILABLE", "ALTERED", "DISCLOSED"));
            var record = json(desk, "/api/v1/incidents/" + reference + "/export/veris");
            assertThat(faults("taxonomies/veris/verisc-merged.json", record))
                    .as(cause + " " + record)
                    .isEmpty();
            assertThat(record.toString()).doesNotContain("VALLEBRUNE", "Plus aucun poste", "Claire");
            assertThat(record.get("action").has("unknown")).as(cause).isFalse();
        }
        var little = json(desk, "/api/v1/incidents/" + declared(Village.enough(House.VALLEBRUNE)) + "/export/veris");
        assertThat(faults("taxonomies/veris/verisc-merged.json", little)).isEmpty();
    }

    @Test
    void aVerisRecordSaysWhetherItHappened() throws Exception {
        var desk = desk();
        var work = context.getBean(IncidentWork.class);
        var files = context.getBean(CaseFiles.class);
        var analyst = House.of(context).viewer("analyst");
        var reference = declared(Village.enough(House.VALLEBRUNE));
        var incident = files.open(reference, analyst).incident().id();
        assertThat(happened(desk, reference)).isEqualTo("Suspected");
        work.triage(
                incident,
                new Assessment(true, false, null, null, List.of("RANSOMWARE"), null, "S2", null, null),
                analyst);
        assertThat(happened(desk, reference)).isEqualTo("Confirmed");
        work.close(incident, Conclusion.of("FALSE_ALARM"), Viewer.system("VERIS"));
        assertThat(happened(desk, reference)).isEqualTo("False positive");
        var near = declared(Village.enough(House.VALLEBRUNE).with("kind", "NEAR_MISS"));
        assertThat(happened(desk, near)).isEqualTo("Near miss");
    }

    private static String happened(Caller desk, String reference) throws IOException {
        var record = json(desk, "/api/v1/incidents/" + reference + "/export/veris");
        assertThat(faults("taxonomies/veris/verisc-merged.json", record)).isEmpty();
        return record.get("security_incident").asString();
    }

    @Test
    void itIsWrittenDownThatAnIncidentLeft() {
        var desk = desk();
        var reference = declared(Village.enough(House.VALLEBRUNE));
        var jdbc = context.getBean(JdbcClient.class);
        var times = "select count(*) from access.audit_trail where action = 'incident.export'";
        var before = jdbc.sql(times).query(Integer.class).single();
        json(desk, "/api/v1/incidents/" + reference + "/export/veris");
        json(desk, "/api/v1/incidents/" + reference + "/export/misp");
        assertThat(jdbc.sql(times).query(Integer.class).single()).isEqualTo(before + 2);
        assertThat(desk.get("/api/v1/incidents/" + reference + "/export/misp?tlp=PINK")
                        .statusCode())
                .isEqualTo(422);
        assertThat(jdbc.sql(times).query(Integer.class).single()).isEqualTo(before + 2);
    }

    @Test
    void othersKnowEveryMarkOfOurs() {
        assertThat(Stream.of(Tlp.values()).map(Tlp::name))
                .containsExactlyElementsOf(new Taxonomy().vocabulary("tlp").codes());
        assertThat(Stream.of(Tlp.values()).map(Tlp::written))
                .containsExactly("clear", "green", "amber", "amber+strict", "red");
        assertThat(Stream.of(Tlp.values()).map(Tlp::id)).doesNotHaveDuplicates();
        assertThat(Tlp.AMBER_STRICT.definition()).containsEntry("name", "TLP:AMBER+STRICT");
    }

    @Test
    void theMappingKnowsEveryCodeAndNoOther() {
        for (var vocabulary : List.of("cause", "system", "structure-group")) {
            assertThat(VerisExport.words().path(vocabulary).propertyNames())
                    .containsExactlyInAnyOrderElementsOf(
                            new Taxonomy().vocabulary(vocabulary).codes());
        }
    }

    @Test
    void aMispEventHoldsWhatMayBeToldAndNamesNobody() throws Exception {
        var desk = desk();
        var reference = declared(Village.enough(House.VALLEBRUNE));
        var at = "/api/v1/incidents/" + reference;
        desk.post(
                at + "/observables",
                Caller.JSON,
                "{\"text\": \"198.51.100.9 evil-beffroi.net http://evil-beffroi.net/a a@evil-beffroi.net d41d8cd98f00b204e9800998ecf8427e CVE-2026-1234 10.0.0.7\", \"tlp\": \"AMBER\"}");
        desk.post(at + "/observables", Caller.JSON, "{\"text\": \"203.0.113.200\", \"tlp\": \"RED\"}");
        desk.post(at + "/techniques", Caller.JSON, "{\"technique\": \"T1566\", \"words\": \"Plus aucun poste\"}");
        var event = json(desk, at + "/export/misp");
        assertThat(faults("misp/core-format-schema.json", event)).isEmpty();
        var types = JsonMapper.shared()
                .readTree(Files.readString(DATA.resolve("misp/describeTypes.json")))
                .get("result")
                .get("category_type_mappings");
        event.get("Event")
                .get("Attribute")
                .forEach(attribute -> assertThat(
                                types.get(attribute.get("category").asString()).toString())
                        .contains("\"" + attribute.get("type").asString() + "\""));
        assertThat(event.toString())
                .contains(
                        "198.51.100.9", "evil-beffroi.net", "CVE-2026-1234", "tlp:amber", reference, "Phishing - T1566")
                .doesNotContain("203.0.113.200", "10.0.0.7", "VALLEBRUNE", "Plus aucun poste");
        assertThat(json(desk, at + "/export/misp?tlp=RED").toString()).contains("203.0.113.200");
        assertThat(json(desk, at + "/export/misp")).isEqualTo(event);
        assertThat(desk.get(at + "/export/misp?tlp=PINK").statusCode()).isEqualTo(422);
    }
}
