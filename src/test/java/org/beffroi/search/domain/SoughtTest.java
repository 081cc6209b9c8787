package org.beffroi.search.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.beffroi.search.domain.LookupStore.Understood;
import org.beffroi.search.domain.Wish.Term;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What PostgreSQL is asked for. Its part, stems and words that are everywhere, is made up here: «de» and «the» tell nothing. */
class SoughtTest {
    private static List<Understood> understood(Wish wish) {
        return Sought.terms(wish).stream()
                .map(term -> String.join(" <-> ", term.words()))
                .map(words -> new Understood(!words.equals("de") && !words.equals("the"), words))
                .toList();
    }

    private static @Nullable String asked(String typed) {
        var wish = Wish.of(typed);
        return Sought.query(wish, understood(wish));
    }

    @Test
    void allWordsMustBeThereAndNoneOfThoseBehindAMinus() {
        assertThat(asked("panne serveur -imprimante")).isEqualTo("((panne) & (serveur) & !(imprimante))");
        assertThat(asked("\"serveur fichiers\"")).isEqualTo("((serveur <-> fichiers))");
    }

    @Test
    void wordsThatAreEverywhereAreLeftOut() {
        assertThat(asked("panne de the serveur")).isEqualTo("((panne) & (serveur))");
        assertThat(asked("panne -de")).isEqualTo("((panne))");
        assertThat(asked("de the")).isNull();
        assertThat(asked("de -serveur")).isNull();
    }

    @Test
    void anAlternativeOfWhichNothingIsLeftIsNone() {
        assertThat(asked("lockbit or de")).isEqualTo("((lockbit))");
        assertThat(asked("lockbit or akira nas")).isEqualTo("((lockbit)) | ((akira) & (nas))");
    }

    /** The index may hold a stem that is shorter than what was typed: both are looked for. */
    @Test
    void aBeginningIsLookedForAsItIsAndByItsStem() {
        assertThat(asked("sauvegardes*")).isEqualTo("(('sauvegardes':* | sauvegardes))");
    }

    @Test
    void oneOfTheMarksMustBeThereToo() {
        assertThat(Sought.marked("a | b", List.of("ALL/national/open", "ALL/national/2026-4")))
                .isEqualTo("(a | b) & ('ALL/national/open' | 'ALL/national/2026-4')");
    }

    @Test
    void onlyWhatTellsIsShownAndNeverWhatMustNotBeThere() {
        var wish = Wish.of("panne de -serveur or akira");
        assertThat(Sought.telling(wish, understood(wish)))
                .extracting(Term::words)
                .containsExactly(List.of("panne"), List.of("akira"));
    }
}
