package org.beffroi.directory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.Scope;
import org.beffroi.directory.Structure;
import org.beffroi.directory.StructureQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
    private static final Register REGISTER = new Register();
    private static final String HOSPITAL = "990000010";

    @BeforeAll
    static void fill() {
        for (var file : new String[] {"sae.csv", "etalab-utf8.csv", "daily.json"}) {
            REGISTER.take(Path.of("src/test/resources/directory", file));
        }
        REGISTER.directory.foreign("US", "US-CA", "355", "vcdb-1", "Valbourg Memorial");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "990000010",
                "99 000 001 0",
                "99 000 0010",
                "9900000",
                "centre hospitalier valbourg",
                "CH valbourg",
                "hôpital de Valbourg",
                "valb ch",
                "ch valbourg 01",
                "Hospices Civils Valbourg",
                "centre hosp valb"
            })
    void findsTheHospitalFirst(String typed) {
        assertThat(REGISTER.directory.search(typed, 5))
                .first()
                .extracting(Structure::finess)
                .isEqualTo(HOSPITAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sacre coeur", "SACRÉ-CŒUR", "clinique saint essai", "st-essai", "coeur"})
    void isBlindToAccentsAndSigns(String typed) {
        assertThat(REGISTER.find(typed)).contains("CLINIQUE DU SACRÉ-CŒUR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"valbourg marseille", "990000099", "' or 1=1 --", "%", "zzz", "maternite valbourg", "memorial"})
    void findsNothingElse(String typed) {
        assertThat(REGISTER.directory.search(typed, 5)).isEmpty();
    }

    @Test
    void findsClosedAndForeignOnesWhenAsked() {
        var query = new StructureQuery("valbourg", Scope.nation(), true, true, null, null, 50);
        assertThat(REGISTER.directory.find(query))
                .extracting(Structure::name)
                .contains("MATERNITE DE VALBOURG", "Valbourg Memorial");
    }

    @Test
    void putsFirstANameThatBeginsAsTypedArticlesAndAll() {
        REGISTER.directory.foreign("BE", null, "355", "dax-1", "Annexe du Centre hospitalier de Dax");
        REGISTER.directory.foreign("BE", null, "355", "dax-2", "Centre hospitalier de Dax et de la côte");
        for (var typed : List.of("centre hospitalier de dax", "Centre hospitalier de Dax et de la C")) {
            var query = new StructureQuery(typed, Scope.nation(), false, true, null, null, 50);
            assertThat(REGISTER.directory.find(query))
                    .first()
                    .extracting(Structure::name)
                    .isEqualTo("Centre hospitalier de Dax et de la côte");
        }
    }

    @Test
    void looksOnlyWhereTheAskerMay() {
        assertThat(names(Scope.regions(Set.of("04")), "")).containsExactly("HÔPITAL DE L'ÎLE");
        assertThat(names(Scope.regions(Set.of("04")), "valbourg")).isEmpty();
        var hospital = REGISTER.structure(HOSPITAL).id();
        assertThat(names(Scope.structures(Set.of(hospital)), "")).hasSize(1);
        assertThat(names(Scope.structures(Set.of(UUID.randomUUID())), HOSPITAL)).isEmpty();
        assertThat(names(Scope.nothing(), HOSPITAL)).isEmpty();
    }

    @Test
    void narrowsByRegionAndGroup() {
        var nursing = new StructureQuery("", Scope.nation(), false, false, "84", "EHPAD", 50);
        assertThat(REGISTER.directory.find(nursing))
                .extracting(Structure::name)
                .containsExactly("EHPAD LES TILLEULS DE VALBOURG");
    }

    private static List<String> names(Scope scope, String typed) {
        return REGISTER.directory.find(new StructureQuery(typed, scope, false, false, null, null, 50)).stream()
                .map(Structure::name)
                .toList();
    }
}
