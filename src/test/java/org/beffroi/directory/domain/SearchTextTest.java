package org.beffroi.directory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {
    @ParameterizedTest
    @CsvSource({
        "HÔPITAL D’ÉVREUX, hopital d evreux",
        "Sacré-Cœur, sacre coeur",
        "'  C.H. de L''ISLE - SUR-LA-SORGUE ', c h de l isle sur la sorgue",
        "'Straße; 100 % _ \\', strasse 100",
    })
    void comparesWithoutCapitalsAccentsOrSigns(String written, String compared) {
        assertThat(SearchText.plain(written)).isEqualTo(compared);
    }

    @ParameterizedTest
    @CsvSource({
        "CH DE ST MALO, saint",
        "CENTRE HOSPITALIER DE SAINT-MALO, st",
        "CENTRE HOSPITALIER UNIVERSITAIRE, chu",
        "CHU DE NANTES, hopital",
        "CHU DE NANTES, universitaire",
        "EHPAD LES TILLEULS, retraite",
        "MAISON DE RETRAITE LES TILLEULS, ehpad",
    })
    void isFoundByTheUsualOtherWord(String name, String word) {
        assertThat(SearchText.of(name).split(" ")).contains(word);
    }

    @Test
    void takesASpacedNumberAsOneWord() {
        assertThat(SearchText.typed(" 01 000 002 4")).containsExactly("010000024");
        assertThat(SearchText.typed("2a 000")).containsExactly("2a000");
    }

    @Test
    void passesOverArticlesUnlessNothingElseIsThere() {
        assertThat(SearchText.typed("hôpital de la Croix")).containsExactly("hopital", "croix");
        assertThat(SearchText.typed("de la")).containsExactly("de", "la");
        assertThat(SearchText.typed(" % _ ")).isEmpty();
    }
}
