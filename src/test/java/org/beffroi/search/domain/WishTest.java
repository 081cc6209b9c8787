package org.beffroi.search.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.beffroi.search.domain.Wish.Term;
import org.beffroi.shared.PublicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WishTest {
    private static String written(String typed) {
        return Wish.of(typed).any().stream()
                .map(all -> all.stream().map(WishTest::written).collect(Collectors.joining(" & ")))
                .collect(Collectors.joining(" | "));
    }

    private static String written(Term term) {
        return (term.not() ? "!" : "") + String.join("+", term.words()) + (term.beginning() ? "*" : "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "Serveurs chiffrés | serveurs & chiffres",
                "\"serveur de fichiers\" panne | serveur+de+fichiers & panne",
                "« serveur de fichiers » | serveur+de+fichiers",
                "“file server | file+server",
                "hameçonnage -facture -\"mot de passe\" | hameconnage & !facture & !mot+de+passe",
                "l’imagerie d'Évry | l & imagerie & d & evry",
                "sous-traitant | sous+traitant",
                "vallebr* va* vallebrune-sur-mer* | vallebr* & va & vallebrune+sur+mer",
                "hxxps://evil[.]example/a | evil+example+a",
                "203[.]0[.]113[.]7 | ip203x0x113x7",
                "luc@evil.example | luc+evil+example",
                "- — / mot | mot",
                "990000036 | 990000036",
                "99 000 003 6 | 990000036",
            })
    void takesApartWhatIsTyped(String typed, String wish) {
        assertThat(written(typed)).isEqualTo(wish);
    }

    @Test
    void knowsAlternatives() {
        assertThat(written("lockbit or akira nas")).isEqualTo("lockbit | akira & nas");
        assertThat(written("lockbit OU akira")).isEqualTo("lockbit | akira");
        assertThat(written("lockbit ou akira")).isEqualTo("lockbit & ou & akira");
        assertThat(written("or akira or")).isEqualTo("or & akira");
    }

    @Test
    void readsAReferenceHoweverItIsTyped() {
        var reference = new PublicReference(2026, 4821).toString();
        var words = reference.toLowerCase(java.util.Locale.ROOT).replace('-', '+');
        assertThat(written(reference)).isEqualTo(words);
        assertThat(written(reference.toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\"\"", "\"", "-", "-facture", "…", "-\"rien que cela\""})
    void isEmptyWithoutAWordThatMustBeThere(String typed) {
        assertThat(Wish.of(typed).isEmpty()).isTrue();
    }

    @Test
    void takesNoMoreThanTwelveWordsAndSaysSo() {
        var many = "mot".concat(" mot".repeat(30));
        assertThat(Wish.of(many).cut()).isTrue();
        assertThat(Wish.of(many).any().getFirst()).hasSize(Wish.MOST_TERMS);
        assertThat(Wish.of("un deux").cut()).isFalse();
    }
}
