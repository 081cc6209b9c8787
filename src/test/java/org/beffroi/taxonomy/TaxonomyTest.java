package org.beffroi.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;

class TaxonomyTest {
    private static final Path FINESS = Path.of("..", "shared", "data", "finess");
    private static final Taxonomy TAXONOMY = new Taxonomy();

    static Stream<Vocabulary> vocabularies() {
        return TAXONOMY.vocabularies().stream();
    }

    @AfterEach
    void forgetTheReader() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void speaksBothLanguages(Vocabulary vocabulary) {
        assertThat(vocabulary.terms()).isNotEmpty();
        assertThat(vocabulary.terms()).extracting(Term::code).doesNotHaveDuplicates();
        for (var locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            assertThat(vocabulary.terms())
                    .extracting(term -> term.label(locale))
                    .allMatch(label -> !label.isBlank() && label.equals(label.strip()));
            // A class of RSIT may be called as the type in it.
            assertThat(vocabulary.terms())
                    .extracting(term -> term.label(locale) + "/" + term.attribute("class"))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void writesFrenchAsFrenchTypographyAsks(Vocabulary vocabulary) {
        assertThat(vocabulary.terms())
                .extracting(Term::fr)
                .noneMatch(fr -> fr.matches(".*['\"].*|.* [:;?!].*|.*\\bEtabl.*|.*\\bEcole.*"));
    }

    @ParameterizedTest
    @CsvSource({
        "care-effect, NONE DEGRADED INTERRUPTED",
        "state, RESOLVED ONGOING NOT_DIAGNOSED",
        "endangerment, NONE POTENTIAL PROVEN UNKNOWN",
        "origin, MALICIOUS NON_MALICIOUS UNKNOWN",
        "channel, WEB API TELEPHONE EMAIL PAPER IMPORT",
        "health-code-grade, GRAVE SIGNIFICANT",
        "severity, S0 S1 S2 S3 S4",
        "outcome, RESOLVED OUT_OF_SCOPE FALSE_ALARM DUPLICATE UNRESOLVED",
        "tlp, CLEAR GREEN AMBER AMBER_STRICT RED",
        "structure-group, ES EHPAD LBM RADIOTHERAPY ESMS OTHER",
        "role, DECLARANT ANALYST LEAD AGENCY OBSERVATORY ADMIN"
    })
    void holdsTheCodesThatRulesAndFiguresAreWrittenWith(String name, String codes) {
        assertThat(TAXONOMY.vocabulary(name).codes()).containsExactly(codes.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "cause, origin, origin",
        "department, region, region",
        "structure-category, group, structure-group",
        "rsit, class, rsit"
    })
    void refersOnlyToTermsThatExist(String name, String attribute, String target) {
        assertThat(TAXONOMY.vocabulary(name).terms())
                .extracting(term -> term.attribute(attribute))
                .filteredOn(Objects::nonNull)
                .isNotEmpty()
                .isSubsetOf(TAXONOMY.vocabulary(target).codes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cause:origin", "department:region", "structure-category:group", "structure-category:obliged"})
    void leavesNoTermWithoutTheAttributesThatFiguresNeed(String both) {
        assertThat(TAXONOMY.vocabulary(both.split(":")[0]).terms())
                .extracting(term -> term.attribute(both.split(":")[1]))
                .doesNotContainNull();
    }

    @Test
    void knowsEveryRegionAndDepartmentWithItsHour() {
        var regions = TAXONOMY.vocabulary("region").terms();
        var departments = TAXONOMY.vocabulary("department").terms();
        assertThat(regions).hasSize(18);
        assertThat(departments).hasSize(101);
        assertThat(regions).extracting(term -> term.attribute("tile")).doesNotHaveDuplicates();
        assertThat(regions)
                .extracting(term -> term.attribute("tile"))
                .allMatch(tile -> tile != null && tile.matches("\\d,\\d"));
        assertThat(Stream.concat(regions.stream(), departments.stream()))
                .extracting(term -> term.attribute("zone"))
                .isSubsetOf(ZoneId.getAvailableZoneIds());
        assertThat(departments)
                .allSatisfy(department -> assertThat(
                                TAXONOMY.vocabulary("region").require(String.valueOf(department.attribute("region"))))
                        .extracting(region -> region.attribute("zone"))
                        .isEqualTo(department.attribute("zone")));
    }

    @Test
    void knowsEveryCountry() {
        assertThat(TAXONOMY.vocabulary("country").codes())
                .containsAll(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2))
                .contains("XK", "ZZ")
                .hasSize(Locale.getISOCountries().length + 2);
    }

    @Test
    void knowsEveryCategoryAndDepartmentOfTheRealDirectory() throws IOException {
        assumeThat(Files.isDirectory(FINESS))
                .as("real directory at " + FINESS + " is absent: skipped")
                .isTrue();
        assertThat(column("categories-etablissement.csv", "code")).hasSize(89).allMatch(known("structure-category"));
        assertThat(column("departements.csv", "departement")).hasSize(101).allMatch(known("department"));
        for (var file : List.of("etablissements-sae2023.csv.gz", "sites-rattaches-sae2023.csv.gz")) {
            assertThat(column(file, "categorie_code")).isNotEmpty().allMatch(known("structure-category"));
            assertThat(column(file, "departement")).hasSize(101).allMatch(known("department"));
            assertThat(column(file, "region_code")).hasSize(18).allMatch(known("region"));
        }
    }

    private static Predicate<String> known(String vocabulary) {
        return TAXONOMY.vocabulary(vocabulary)::has;
    }

    private static Set<String> column(String file, String name) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        var bytes = Files.newInputStream(FINESS.resolve(file));
        try (var text = new InputStreamReader(
                file.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8)) {
            var values = new HashSet<String>();
            format.parse(text).forEach(row -> values.add(row.get(name)));
            // One attached site has no category at all.
            values.remove("");
            return values;
        }
    }

    @Test
    void speaksTheReadersLanguage() {
        LocaleContextHolder.setLocale(Locale.CANADA_FRENCH);
        assertThat(TAXONOMY.label("cause", "RANSOMWARE")).isEqualTo("Rançongiciel");
        LocaleContextHolder.setLocale(Locale.GERMANY);
        assertThat(TAXONOMY.label("cause", "RANSOMWARE")).isEqualTo("Ransomware");
    }

    @Test
    void showsAnUnknownCodeAsItIsAndNoneAsNothing() {
        assertThat(TAXONOMY.label("cause", "SOLAR_FLARE")).isEqualTo("SOLAR_FLARE");
        assertThat(TAXONOMY.label("cause", null)).isEmpty();
    }

    @Test
    void refusesAnUnknownVocabularyOrRequiredCodeByName() {
        assertThatThrownBy(() -> TAXONOMY.vocabulary("weather"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weather")
                .hasMessageContaining("cause");
        assertThatThrownBy(() -> TAXONOMY.vocabulary("cause").require("SOLAR_FLARE"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no code SOLAR_FLARE in vocabulary cause");
    }

    @Test
    void tellsThatAnInsulinFaultIsNoAttack() {
        assertThat(TAXONOMY.vocabulary("cause").require("APPLICATION_FAULT").attribute("origin"))
                .isEqualTo("NON_MALICIOUS");
        assertThat(Arrays.asList("RANSOMWARE", "PHISHING", "EQUIPMENT_THEFT"))
                .extracting(code -> TAXONOMY.vocabulary("cause").require(code).attribute("origin"))
                .containsOnly("MALICIOUS");
    }
}
