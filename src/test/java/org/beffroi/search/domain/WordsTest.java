package org.beffroi.search.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.beffroi.search.domain.Words.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static String folded(String text) {
        return Words.joined(Words.folded(Words.of(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hôpital d’Évry-Cœur | hopital d evry coeur",
                "STRASSE Straße Ægir | strasse strasse aegir",
                "l'imagerie, n°12 ! | l imagerie n 12",
                "evil[.]example hxxps://evil.example/a?b=1 | evil example hxxps evil example a b 1",
                "de 203.0.113.7, 203[.]0[.]113[.]7 et 203(.)0[dot]113.7 | de ip203x0x113x7 ip203x0x113x7 et ip203x0x113x7",
                "version 1.2.3 du 12.03.2026 | version 1 2 3 du 12 03 2026",
                "E\u0301te\u0301 | ete",
                "<b>gras</b> & 'cité' | b gras b cite",
                "ﬁchier ＡＢＣ | fichier abc",
            })
    void foldsWhatPeopleWrite(String text, String words) {
        assertThat(folded(text)).isEqualTo(words);
    }

    @Test
    void knowsWhereEachWordStands() {
        assertThat(Words.of("À l’Hôpital"))
                .containsExactly(new Word(0, 1, "a"), new Word(2, 3, "l"), new Word(4, 11, "hopital"));
    }

    @Test
    void tellsVeryLongWordsApartByTheirFirstHundredLetters() {
        assertThat(folded("x".repeat(200))).isEqualTo("x".repeat(100)).isEqualTo(folded("x".repeat(150)));
        assertThat(folded("𝛀".repeat(150))
                        .codePointCount(0, folded("𝛀".repeat(150)).length()))
                .isBetween(50, 100);
        assertThat(folded("a" + "\uD835\uDEFA".repeat(120))).doesNotEndWith("\uD835");
    }

    @Test
    void hasNothingWhereThereAreNoWords() {
        assertThat(Words.of("")).isEmpty();
        assertThat(Words.of(" … — !\u0000\u0301 \n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"chiffree, chiffre", "chiffrees, chiffre", "chiffres, chiffres", "lycee, lyce", "e, e"})
    void readsParticiplesWithoutTheirAccents(String folded, String french) {
        assertThat(Words.french(folded)).isEqualTo(french);
    }
}
