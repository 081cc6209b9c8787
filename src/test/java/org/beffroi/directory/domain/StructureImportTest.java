package org.beffroi.directory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.directory.Contact;
import org.beffroi.directory.DirectoryCounted;
import org.beffroi.directory.RealData;
import org.beffroi.directory.Structure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructureImportTest {
    private static final String HOSPITAL = "990000010";

    private static final Register REGISTER = new Register();

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void empty() {
        REGISTER.empty();
    }

    private static Path sample(String name) {
        return Path.of("src/test/resources/directory", name);
    }

    @Test
    void takesTheSurvey() {
        assertThat(REGISTER.take(sample("sae.csv"))).isZero();
        assertThat(REGISTER.lastTally()).isEqualTo(new Tally(3, 0, 0, 0));
        var hospital = REGISTER.structure(HOSPITAL);
        assertThat(hospital.name()).isEqualTo("CENTRE HOSPITALIER DE VALBOURG");
        assertThat(hospital.region()).isEqualTo("84");
        assertThat(hospital.group()).isEqualTo("ES");
        assertThat(hospital.obliged()).isTrue();
        assertThat(hospital.legalStatus()).isEqualTo("PUBLIC");
        assertThat(hospital.capacity().emergency()).isTrue();
        assertThat(hospital.capacity().samu()).isTrue();
        assertThat(hospital.capacity().intensiveCareBeds()).isEqualTo(12);
        assertThat(hospital.capacity().activities())
                .contains("PAEDIATRICS", "DIALYSIS")
                .doesNotContain("PSYCHIATRY");
        assertThat(REGISTER.structure("990000036").group()).isEqualTo("EHPAD");
    }

    @Test
    void changesNothingTheSecondTime() {
        REGISTER.take(sample("sae.csv"));
        var before = REGISTER.structure(HOSPITAL);
        REGISTER.take(sample("sae.csv"));
        assertThat(REGISTER.lastTally()).isEqualTo(new Tally(0, 0, 3, 0));
        assertThat(REGISTER.structure(HOSPITAL)).isEqualTo(before);
        REGISTER.take(sample("daily.json"));
        REGISTER.take(sample("daily.json"));
        assertThat(REGISTER.lastTally()).isEqualTo(new Tally(0, 0, 4, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"etalab-utf8.csv", "etalab-latin1.csv"})
    void takesTheOldOpenDataInEitherEncoding(String file) {
        assertThat(REGISTER.take(sample(file))).as(REGISTER.printed()).isZero();
        assertThat(REGISTER.lastTally()).isEqualTo(new Tally(3, 0, 0, 0));
        var island = REGISTER.structure("990000044");
        assertThat(island.name()).isEqualTo("HÔPITAL DE L'ÎLE");
        assertThat(island.town()).isEqualTo("ÎLE D'ESSAI");
        assertThat(island.department()).isEqualTo("974");
        assertThat(island.region()).isEqualTo("04");
        var hospital = REGISTER.structure(HOSPITAL);
        assertThat(hospital.town()).isEqualTo("VALBOURG");
        var place = Objects.requireNonNull(hospital.position());
        assertThat(place.latitude()).isCloseTo(46.362063, within(0.00002));
        assertThat(place.longitude()).isCloseTo(6.139885, within(0.00002));
        assertThat(Objects.requireNonNull(island.position()).latitude()).isCloseTo(-20.8823, within(0.00002));
        var laboratory = REGISTER.structure("990000051");
        assertThat(laboratory.group()).isEqualTo("LBM");
        assertThat(laboratory.position()).isNull();
        assertThat(REGISTER.contacts.of(hospital.id()))
                .containsExactly(new Contact(Contact.Kind.PHONE, "0400000001", null, false, true));
    }

    @Test
    void takesTheDailyFileWithClosuresAndHospitalGroups() {
        assertThat(REGISTER.take(sample("daily.json"))).as(REGISTER.printed()).isZero();
        assertThat(REGISTER.lastTally()).isEqualTo(new Tally(4, 0, 0, 0));
        var hospital = REGISTER.structure(HOSPITAL);
        assertThat(hospital.legalEntityName()).isEqualTo("HOSPICES CIVILS DE VALBOURG");
        assertThat(hospital.ght()).isEqualTo("Val d’Essai");
        assertThat(hospital.legalStatus()).isEqualTo("PUBLIC");
        assertThat(hospital.department()).isEqualTo("01");
        assertThat(Objects.requireNonNull(hospital.position()).latitude()).isEqualTo(46.211257);
        assertThat(REGISTER.structure("990000069").closedOn()).isEqualTo(LocalDate.of(2019, 3, 3));
        assertThat(REGISTER.structure("990000077").closedOn()).isEqualTo(LocalDate.of(2020, 5, 6));
        assertThat(REGISTER.structure("990000085").department()).isEqualTo("971");
    }

    @Test
    void keepsWhatTheOtherFilesSaid() {
        REGISTER.take(sample("sae.csv"));
        REGISTER.take(sample("daily.json"));
        assertThat(REGISTER.lastTally()).isEqualTo(new Tally(3, 1, 0, 0));
        REGISTER.take(sample("etalab-utf8.csv"));
        var hospital = REGISTER.structure(HOSPITAL);
        assertThat(hospital.capacity().acuteBeds()).isEqualTo(354);
        assertThat(hospital.ght()).isEqualTo("Val d’Essai");
        assertThat(hospital.legalEntityName()).isEqualTo("HOSPICES CIVILS DE VALBOURG");
        assertThat(REGISTER.structure("990000069").closedOn()).isEqualTo(LocalDate.of(2019, 3, 3));
    }

    @Test
    void keepsContactsThatPeopleEntered() {
        REGISTER.take(sample("daily.json"));
        var hospital = REGISTER.structure(HOSPITAL).id();
        var satellite = new Contact(Contact.Kind.PHONE, "+88 1600 000000", "Cellule de crise", true, false);
        REGISTER.contacts.keep(hospital, satellite);
        REGISTER.take(sample("etalab-utf8.csv"));
        REGISTER.take(sample("daily.json"));
        assertThat(REGISTER.contacts.of(hospital)).first().isEqualTo(satellite);
        assertThat(REGISTER.contacts.of(hospital)).hasSize(2);
    }

    @Test
    void changesNothingWhereSomebodyKeepsWhatTheRegisterSays() {
        REGISTER.take(sample("daily.json"));
        var hospital = REGISTER.structure(HOSPITAL).id();
        var standing = REGISTER.contacts.of(hospital).getFirst();
        var kept = new Contact(standing.kind(), standing.value(), "Standard", true, false);
        REGISTER.contacts.keep(hospital, kept);
        for (int i = 0; i < 2; i++) {
            REGISTER.take(sample("daily.json"));
            REGISTER.take(sample("daily.json"));
            assertThat(REGISTER.lastTally()).isEqualTo(new Tally(0, 0, 4, 0));
        }
        assertThat(REGISTER.contacts.of(hospital)).containsExactly(kept);
        REGISTER.contacts.drop(hospital, kept.kind(), kept.value());
        REGISTER.take(sample("daily.json"));
        assertThat(REGISTER.contacts.of(hospital)).as("the register's again").containsExactly(standing);
    }

    @Test
    void leavesContactsAloneOfWhichAFileSaysNothing() throws Exception {
        REGISTER.take(sample("daily.json"));
        var before = REGISTER.contacts.of(REGISTER.structure(HOSPITAL).id());
        var silent = Files.readString(sample("etalab-utf8.csv")).replace("0400000001", "");
        REGISTER.take(Files.writeString(folder.resolve("silent.csv"), silent));
        assertThat(REGISTER.contacts.of(REGISTER.structure(HOSPITAL).id()))
                .isNotEmpty()
                .isEqualTo(before);
    }

    /** Other databases than our own compare as people do: 0590 after +33, capitals beside small letters. */
    @Test
    void changesNothingHoweverTheDatabaseCompares() throws Exception {
        assumeThat(REGISTER.jdbc
                        .sql("select count(*) from pg_collation where collname = 'und-x-icu'")
                        .query(Integer.class)
                        .single())
                .isOne();
        collate("\"und-x-icu\"");
        try {
            var file = Files.readString(sample("daily.json"));
            var telephone = "\"telephone\": \"0400000001\"";
            var two = file.replace(
                    telephone, telephone + ", \"courriel\": \"a@b.fr\"}}, {\"telecom\": {\"courriel\": \"B@b.fr\"");
            assertThat(two).isNotEqualTo(file);
            var path = Files.writeString(folder.resolve("two.json"), two);
            REGISTER.take(path);
            REGISTER.take(path);
            assertThat(REGISTER.lastTally()).isEqualTo(new Tally(0, 0, 4, 0));
        } finally {
            collate("\"default\"");
        }
    }

    private static void collate(String collation) {
        REGISTER.jdbc
                .sql("alter table directory.contact alter column value type text collate " + collation)
                .update();
    }

    /** Each survey calls the column of emergency visits after its year. */
    @Test
    void takesTheSurveyOfAnyYear() throws Exception {
        var survey = Files.readString(sample("sae.csv"));
        var next = Files.writeString(folder.resolve("next.csv"), survey.replace("passages_2023", "passages_2024"));
        assertThat(REGISTER.take(next)).as(REGISTER.printed()).isZero();
        assertThat(REGISTER.structure(HOSPITAL).capacity().emergencyVisits()).isEqualTo(38_000);
        var none = Files.writeString(folder.resolve("none.csv"), survey.replace("passages_2023", "passages"));
        REGISTER.take(none);
        assertThat(REGISTER.printed()).contains("missing: urgences_passages_<year>");
    }

    @Test
    void tellsHowManyMustDeclare() {
        REGISTER.take(sample("daily.json"));
        var counted = (DirectoryCounted) REGISTER.events.getLast();
        assertThat(counted.obliged()).isEqualTo(2);
        assertThat(counted.byGroup()).isEqualTo(Map.of("ES", 1L, "EHPAD", 1L));
        assertThat(counted.fact().data())
                .containsEntry("obliged", 2L)
                .containsEntry("EHPAD", 1L)
                .containsEntry("region-84", 1L)
                .containsEntry("region-01", 1L);
        assertThat(REGISTER.directory.obligedCount()).isEqualTo(2);
    }

    @Test
    void refusesWrongArguments() {
        assertThat(REGISTER.take(Path.of("no-such-file.csv"))).isEqualTo(2);
        assertThat(REGISTER.printed()).contains("no-such-file.csv is not there");
    }

    @Test
    void findsAForeignStructureAgainByItsKey() {
        var created = REGISTER.directory.foreign("US", "US-CA", "355", "vcdb-1", "Example Hospital");
        var found = REGISTER.directory.foreign("US", "US-CA", "355", "vcdb-1", "Renamed Hospital");
        assertThat(found).isEqualTo(created);
        assertThat(REGISTER.directory.byId(created.id())).contains(created);
        assertThat(REGISTER.directory.byId(UUID.randomUUID())).isEmpty();
        assertThat(REGISTER.find("example")).isEmpty();
    }

    @Test
    void takesTheRealSurveyWholeAndUnchangedAgain() {
        assumeThat(RealData.SURVEY).as("the survey's file is not here: skipped").exists();
        assertThat(REGISTER.take(RealData.SURVEY)).as(REGISTER.printed()).isZero();
        assertThat(REGISTER.lastTally()).isEqualTo(new Tally(3_975, 0, 0, 0));
        REGISTER.take(RealData.SURVEY);
        assertThat(REGISTER.lastTally()).isEqualTo(new Tally(0, 0, 3_975, 0));
        List<Structure> found = REGISTER.directory.search("fleyriat", 5);
        assertThat(found).first().extracting(Structure::finess).isEqualTo("010000024");
    }
}
