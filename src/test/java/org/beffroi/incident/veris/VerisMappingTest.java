package org.beffroi.incident.veris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.beffroi.taxonomy.Taxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerisMappingTest {
    private static final Path DATA = Path.of("..", "shared", "data");
    private static final Path ENUMERATIONS = DATA.resolve("taxonomies/veris/verisc-enum.json");
    private static final Path COMMUNITY = DATA.resolve("vcdb/vcdb-healthcare-coded.jsonl.gz");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Taxonomy TAXONOMY = new Taxonomy();
    private static final VerisMapping MAPPING = new VerisMapping(TAXONOMY);

    private static void assumePresent(Path file) {
        assumeThat(Files.isRegularFile(file)).as(file + " is absent: skipped").isTrue();
    }

    private static Set<String> official(JsonNode enumerations, String path) {
        var node = enumerations.at("/" + path.replace('.', '/'));
        var values = new HashSet<String>(node.isObject() ? node.propertyNames() : List.of());
        if (node.isArray()) {
            node.forEach(value -> values.add(value.asString()));
        }
        return values;
    }

    @Test
    void mapsExactlyTheOfficialValuesAndTheRetiredOnes() throws IOException {
        assumePresent(ENUMERATIONS);
        var enumerations = JSON.readTree(Files.readString(ENUMERATIONS));
        for (var path : MAPPING.enumerations()) {
            var official = official(enumerations, path);
            var retired = MAPPING.retired(path);
            assertThat(official).as(path).isNotEmpty();
            assertThat(retired).as(path).noneMatch(official::contains);
            official.addAll(retired);
            assertThat(MAPPING.values(path)).as(path).isEqualTo(official);
        }
        assertThat(MAPPING.units()).isEqualTo(official(enumerations, "timeline.discovery.unit"));
        assertThat(official(enumerations, "victim.country"))
                .extracting(MAPPING::country)
                .isSubsetOf(TAXONOMY.vocabulary("country").codes());
    }

    @Test
    void mapsEveryEnumerationOfActions() throws IOException {
        assumePresent(ENUMERATIONS);
        var actions = JSON.readTree(Files.readString(ENUMERATIONS)).path("action");
        for (var action : actions.properties()) {
            for (var part : action.getValue().propertyNames()) {
                if (part.equals("variety") || part.equals("vector")) {
                    assertThat(MAPPING.enumerations()).contains("action." + action.getKey() + "." + part);
                }
            }
        }
    }

    @Test
    void knowsEveryValueOfTheCommunitysHealthIncidents() throws IOException {
        assumePresent(COMMUNITY);
        var reader = new VerisReader(MAPPING, TAXONOMY);
        var unmapped = new TreeSet<String>();
        var incidents = new ArrayList<VerisIncident>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(COMMUNITY)), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var incident = reader.read(JSON.readTree(line));
                incidents.add(incident);
                unmapped.addAll(incident.unmapped());
            }
        }
        assertThat(unmapped).isEmpty();
        assertThat(incidents).hasSize(2341);
        // Counted in the file itself, by another program.
        assertThat(count(incidents, incident -> incident.causes().contains("RANSOMWARE")))
                .isEqualTo(95);
        assertThat(count(incidents, incident -> incident.dataKinds().contains("HEALTH")))
                .isEqualTo(1781);
        assertThat(count(incidents, incident -> incident.country().equals("US")))
                .isEqualTo(1909);
        assertThat(count(incidents, incident -> incident.country().equals("ZZ")))
                .isEqualTo(16);
        assertThat(count(incidents, incident -> incident.outcome().equals("RESOLVED")))
                .isEqualTo(2320);
    }

    private static long count(List<VerisIncident> incidents, Predicate<VerisIncident> which) {
        return incidents.stream().filter(which).count();
    }

    @ParameterizedTest
    @CsvSource({
        "622110, X_HOSPITAL", "62, X_OTHER", "621, X_PRACTICE", "621492, X_HOSPITAL", "621511, X_LABORATORY",
        "62151, X_LABORATORY", "621512, X_PRACTICE", "623110, X_NURSING_HOME", "623220, X_SOCIAL_CARE", "'', X_OTHER"
    })
    void findsTheCategoryByTheLongestBeginningOfTheIndustry(String industry, String category) {
        assertThat(MAPPING.category(industry)).isEqualTo(category);
    }

    @Test
    void isPutTogetherBySpring() {
        try (var context =
                new AnnotationConfigApplicationContext(Taxonomy.class, VerisMapping.class, VerisReader.class)) {
            assertThat(context.getBean("taxonomy")).isInstanceOf(Taxonomy.class);
            assertThat(context.getBean(VerisReader.class)).isNotNull();
        }
    }

    @Test
    void neverInventsCareOrHarm() {
        for (var path : MAPPING.enumerations()) {
            for (var vocabulary : List.of("care-effect", "endangerment", "severity")) {
                assertThat(MAPPING.codes(path, MAPPING.values(path), vocabulary))
                        .isEmpty();
            }
        }
    }

    @Test
    void doesNotStartWithACodeThatIsNotOursOrAValueInTwoLines() {
        var yaml = """
                retired: {}
                misuse: {MALICIOUS: SPYING}
                discovery-unit: {}
                industry: {}
                country: {}
                enumerations:
                  action.error.variety:
                    - {cause: GHOSTS, from: [Loss]}
                    - {weather: RAIN, from: [Loss, Gaffe]}
                """;
        assertThatThrownBy(() ->
                        new VerisMapping(TAXONOMY, new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("action.error.variety: no code GHOSTS in vocabulary cause")
                .hasMessageContaining("action.error.variety: no vocabulary weather")
                .hasMessageContaining("action.error.variety: «Loss» is in two lines")
                .hasMessageContaining("misuse: no code SPYING in vocabulary cause");
    }
}
