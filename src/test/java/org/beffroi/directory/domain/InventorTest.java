package org.beffroi.directory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.beffroi.directory.DirectoryCounted;
import org.beffroi.directory.Finess;
import org.beffroi.directory.Structure;
import org.beffroi.directory.StructureQuery;
import org.beffroi.taxonomy.Taxonomy;
import org.junit.jupiter.api.Test;

class InventorTest {
    private static final Taxonomy TAXONOMY = new Taxonomy();

    @Test
    void inventsTheSameFromTheSameSeed() {
        assertThat(new Inventor(TAXONOMY, 7).invent(50)).isEqualTo(new Inventor(TAXONOMY, 7).invent(50));
    }

    @Test
    void givesFittingNumbersThatNoRealSiteCanBear() {
        assertThat(new Inventor(TAXONOMY, 7).invent(600)).allSatisfy(entry -> {
            assertThat(entry.finess()).startsWith("99");
            assertThat(new Finess(entry.finess()).key()).isEqualTo(Finess.Key.FITS);
        });
    }

    @Test
    void fillsAnEmptyDirectoryOnce() {
        var register = new Register();
        var printed = new ByteArrayOutputStream();
        var invented = new InventedStructures(TAXONOMY, register.directory, register.desk, Clock.systemUTC());
        invented.sow(new PrintStream(printed, true, StandardCharsets.UTF_8));
        invented.sow(new PrintStream(printed, true, StandardCharsets.UTF_8));
        var all = register.directory.find(StructureQuery.open("", 500));
        assertThat(all).hasSize(500);
        assertThat(all).extracting(Structure::region).contains("11", "84", "04").doesNotContainNull();
        assertThat(((DirectoryCounted) register.events.getLast()).byGroup())
                .containsOnlyKeys("ES", "EHPAD", "LBM", "ESMS");
        assertThat(register.lastTally().taken()).isEqualTo(InventedStructures.NUMBER);
        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    }

    @Test
    void tellsTheOperatorHowToFillTheDirectory() {
        var register = new Register();
        var doctor = new DirectoryDoctor(register.runs, register.directory);
        assertThat(doctor.check()).singleElement().satisfies(verdict -> {
            assertThat(verdict.well()).isFalse();
            assertThat(verdict.remedy()).contains("import structures");
        });
        new InventedStructures(TAXONOMY, register.directory, register.desk, Clock.systemUTC()).sow(System.out);
        assertThat(doctor.check())
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.well()).isTrue());
        register.desk.begin("half.csv", "SAE");
        assertThat(doctor.check())
                .singleElement()
                .satisfies(verdict ->
                        assertThat(verdict.finding()).contains("half.csv").contains("interrupted"));
    }
}
