package org.beffroi.directory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.beffroi.directory.Contact;
import org.beffroi.directory.Overseas;
import org.beffroi.directory.domain.Rejection.Reason;
import org.beffroi.directory.domain.Rejection.Rejected;
import org.beffroi.shared.Paris;
import org.beffroi.taxonomy.Taxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small parts of the register: vocabularies, lines, cells, hours. */
class RegisterPartsTest {
    private static final Taxonomy TAXONOMY = new Taxonomy();
    private static final Categories CATEGORIES = new Categories(TAXONOMY);

    /** 32 positions, as the file has them. */
    private static final String SITE =
            "structureet;990000010;990900011;CH DE VALBOURG;CENTRE HOSPITALIER;;;12;R;DES ESSAIS;;;999;01;AIN;"
                    + "01999 VALBOURG CEDEX 2;0400000001;;355;L;1102;A;;8610Z;03;ARS;;;1979-02-13;1979-02-13;2020-02-04;";

    @Test
    void everyCategoryHasAGroupAndEveryDepartmentARegion() {
        var groups = TAXONOMY.vocabulary("structure-group");
        assertThat(TAXONOMY.vocabulary("structure-category").codes())
                .allMatch(CATEGORIES::known)
                .allMatch(category -> groups.has(CATEGORIES.group(category)));
        var regions = TAXONOMY.vocabulary("region");
        assertThat(TAXONOMY.vocabulary("department").codes())
                .allMatch(department -> regions.has(String.valueOf(CATEGORIES.region(department))));
    }

    @Test
    void countsACategoryThatANewerEditionHasDroppedAmongTheOthers() {
        assertThat(CATEGORIES.known("000")).isFalse();
        assertThat(CATEGORIES.group("000")).isEqualTo("OTHER");
        assertThat(CATEGORIES.obliged("000")).isFalse();
        assertThat(CATEGORIES.region("96")).isNull();
    }

    @Test
    void listsTheObligedAndEachGroupsCategories() {
        assertThat(CATEGORIES.obliged()).contains("355", "611").allMatch(CATEGORIES::obliged);
        assertThat(CATEGORIES.ofGroup(CATEGORIES.group("355"))).contains("355");
    }

    @Test
    void splitsAtSemicolonsAndLetsOfficialQuotationPass() throws Rejected {
        assertThat(CsvLine.split("a;;c;").cells()).containsExactly("a", "", "c", "");
        assertThat(CsvLine.split("a;\"b;c\";d").cells()).containsExactly("a", "b;c", "d");
        assertThat(CsvLine.split("LABO \"LES PINS\";x").cells()).containsExactly("LABO \"LES PINS\"", "x");
        assertThat(CsvLine.split("").cells()).containsExactly("");
        assertThatThrownBy(() -> CsvLine.split("a;\"b;c"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("not closed");
    }

    @Test
    void readsASiteOfTheOpenRegister() throws IOException {
        var entry = etalab(SITE).entries.getFirst();
        assertThat(entry.finess()).isEqualTo("990000010");
        assertThat(entry.town()).as("without CEDEX").isEqualTo("VALBOURG");
        assertThat(entry.postcode()).isEqualTo("01999");
        assertThat(entry.address()).isEqualTo("12 R DES ESSAIS");
        assertThat(entry.openedOn()).isEqualTo(LocalDate.of(1979, 2, 13));
        assertThat(entry.closureSaid()).as("it knows no closures").isFalse();
        assertThat(entry.contacts()).containsExactly(new Contact(Contact.Kind.PHONE, "0400000001", null, false, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "structureet;990000010|WRONG_COLUMNS",
                "something;else|WRONG_COLUMNS",
                "geolocalisation;990000010;1|WRONG_COLUMNS",
                "geolocalisation;990000010;1;2;nowhere|WRONG_VALUE",
                "geolocalisation;990000010;east;2;EPSG:2154|WRONG_VALUE",
                "geolocalisation;990000010;1;2;EPSG:2154|WRONG_VALUE",
            })
    void refusesALineOfTheOpenRegisterThatCannotBe(String line, Reason reason) throws IOException {
        assertThat(etalab(line + "\n").rejections)
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.reason()).isEqualTo(reason));
    }

    private static Heard etalab(String text) throws IOException {
        var heard = new Heard();
        new EtalabFile(heard).read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return heard;
    }

    @ParameterizedTest
    @CsvSource({"1, 01", "9D, 974", "9d, 974", "978, 971", "2A, 2A", "75, 75"})
    void bringsDepartmentsToTheirOfficialCodes(String written, String code) {
        assertThat(Departments.code(written)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"13055, 13", "97411, 974", "2A004, 2A", "97801, 971", "1305, ''"})
    void knowsTheDepartmentOfACommune(String commune, String department) {
        assertThat(Departments.ofCommune(commune)).isEqualTo(department);
    }

    @Test
    void knowsTheHourOfEveryDepartment() {
        assertThat(Overseas.zone("974")).isEqualTo(ZoneId.of("Indian/Reunion"));
        assertThat(Overseas.zone("75")).isEqualTo(Paris.ZONE);
        assertThat(Overseas.zone(null)).isEqualTo(Paris.ZONE);
        assertThat(TAXONOMY.vocabulary("department").codes())
                .filteredOn(department -> department.startsWith("97"))
                .isNotEmpty()
                .noneMatch(department -> Overseas.zone(department).equals(Paris.ZONE));
    }
}
