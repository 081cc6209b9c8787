package org.beffroi.incident.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.beffroi.incident.attack.domain.Technique;
import org.beffroi.incident.attack.domain.Techniques.Used;
import org.beffroi.incident.domain.Observable;
import org.beffroi.incident.domain.Observable.Kind;
import org.beffroi.incident.domain.Observables.Seen;
import org.beffroi.shared.PublicReference;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What leaves the house for the tools of others. */
class StixExportTest {
    private static final PublicReference INCIDENT = new PublicReference(2026, 4821);
    private static final Instant NIGHT = Instant.parse("2026-11-22T02:10:00.123456Z");
    private static final Path SCHEMAS = Path.of(
                    Objects.requireNonNullElse(System.getenv("BEFFROI_TEST_DATA"), "../shared/data"))
            .resolve("stix/schemas");
    private static final String PUBLISHED =
            "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas";

    private static List<Seen> seen(Observable... observables) {
        long[] number = {0};
        return Stream.of(observables)
                .map(one -> new Seen(
                        new UUID(0, ++number[0]), one, "GREEN", NIGHT.plusSeconds(number[0]), "Claire", List.of()))
                .toList();
    }

    private static final List<Seen> EVERYTHING = seen(
            new Observable(Kind.IPV4, "185.220.101.4"),
            new Observable(Kind.IPV6, "2001:db8::1"),
            new Observable(Kind.DOMAIN, "evil-one.com"),
            new Observable(Kind.URL, "https://evil-one.com/here"),
            new Observable(Kind.EMAIL, "a@evil-one.com"),
            new Observable(Kind.CVE, "CVE-2024-3400"),
            new Observable(Kind.IPV4, "10.0.0.7"),
            new Observable(Kind.MD5, "d41d8cd98f00b204e9800998ecf8427e"),
            new Observable(Kind.SHA1, "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
            new Observable(Kind.SHA256, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            new Observable(Kind.SHA512, "ab".repeat(64)));

    private static final List<Used> DONE = List.of(new Used(
            new UUID(1, 1),
            new Technique("T1566.001", "Spearphishing Attachment", List.of("initial-access")),
            "Un courriel au secrétariat de Vallebrune",
            NIGHT,
            "Claire",
            List.of()));

    private static List<Map<String, Object>> objects(Map<String, Object> bundle) {
        @SuppressWarnings("unchecked")
        var objects = (List<Map<String, Object>>) bundle.get("objects");
        return Objects.requireNonNull(objects);
    }

    private static Map<String, Object> bundle(List<Seen> seen) {
        return StixExport.bundle("CERT d’essai", INCIDENT, NIGHT, seen, DONE, "AMBER");
    }

    @Test
    void fitsTheSchemasOfOasis() throws Exception {
        assumeTrue(Files.isDirectory(SCHEMAS), "the schemas of STIX 2.1 are not there: " + SCHEMAS);
        var published = new HashMap<String, String>();
        try (var files = Files.walk(SCHEMAS)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                published.put(PUBLISHED + "/" + SCHEMAS.relativize(file), Files.readString(file));
            }
        }
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(published));
        var json = JsonMapper.shared();
        for (var object : objects(bundle(EVERYTHING))) {
            var type = String.valueOf(object.get("type"));
            var folder = type.equals("relationship") ? "sros" : type.equals("marking-definition") ? "common" : "sdos";
            var schema = registry.getSchema(SchemaLocation.of("%s/%s/%s.json".formatted(PUBLISHED, folder, type)));
            assertThat(schema.validate(json.valueToTree(object)))
                    .as(json.writeValueAsString(object))
                    .isEmpty();
        }
        var schema = registry.getSchema(SchemaLocation.of(PUBLISHED + "/sdos/indicator.json"));
        assertThat(schema.validate(json.valueToTree(Map.of("type", "indicator"))))
                .as("the schema can refuse")
                .isNotEmpty();
    }

    @Test
    void refersOnlyToWhatIsInIt() {
        var objects = objects(bundle(EVERYTHING));
        var ids = objects.stream().map(object -> object.get("id")).toList();
        assertThat(ids).doesNotHaveDuplicates();
        for (var object : objects) {
            for (var name : List.of("created_by_ref", "source_ref", "target_ref")) {
                if (object.containsKey(name)) {
                    assertThat(ids).as("%s of %s", name, object).contains(object.get(name));
                }
            }
            if (object.get("object_marking_refs") instanceof List<?> marks) {
                assertThat(ids).containsAll(List.copyOf(marks));
            }
        }
    }

    @Test
    void writesPatternsThatQuoteWhatTheyFind() {
        var odd = new Seen(
                new UUID(0, 1),
                new Observable(Observable.Kind.URL, "http://e.com/a'b\\c"),
                "GREEN",
                NIGHT,
                "",
                List.of());
        assertThat(objects(bundle(List.of(odd))))
                .extracting(object -> object.get("pattern"))
                .contains("[url:value = 'http://e.com/a\\'b\\\\c']");
    }

    @Test
    void isTheSameWhenItIsMadeAgain() {
        assertThat(bundle(EVERYTHING)).isEqualTo(bundle(EVERYTHING));
        assertThat(bundle(EVERYTHING).get("id"))
                .isNotEqualTo(bundle(EVERYTHING.subList(0, 3)).get("id"));
    }

    @Test
    void leavesOutWhatMeansSomethingElseInEachNetwork() {
        assertThat(JsonMapper.shared().writeValueAsString(bundle(EVERYTHING)))
                .contains("185.220.101.4", "CVE-2024-3400")
                .doesNotContain("10.0.0.7", "10[.]0", "Claire");
    }

    @Test
    void tellsWhatWasDoneAndNothingThatTheDeskWroteOfIt() {
        var other = StixExport.bundle(
                "CERT d’essai", new PublicReference(2026, 4822), NIGHT.plusSeconds(9), List.of(), DONE, "GREEN");
        var pattern = one(bundle(List.of()), "attack-pattern");
        assertThat(pattern)
                .as("the same technique is the same object, in whichever incident")
                .isEqualTo(one(other, "attack-pattern"))
                .containsEntry("name", "Spearphishing Attachment")
                .containsEntry(
                        "kill_chain_phases",
                        List.of(Map.of("kill_chain_name", "mitre-attack", "phase_name", "initial-access")));
        assertThat(one(bundle(List.of()), "relationship"))
                .containsEntry("source_ref", pattern.get("id"))
                .isNotEqualTo(one(other, "relationship"));
        assertThat(JsonMapper.shared().writeValueAsString(bundle(EVERYTHING)))
                .contains("T1566.001", "https://attack.mitre.org/techniques/T1566/001/")
                .doesNotContain("secrétariat", "Vallebrune");
    }

    private static Map<String, Object> one(Map<String, Object> bundle, String type) {
        return objects(bundle).stream()
                .filter(object -> type.equals(object.get("type")))
                .reduce((first, second) -> {
                    throw new AssertionError("two of " + type);
                })
                .orElseThrow();
    }
}
