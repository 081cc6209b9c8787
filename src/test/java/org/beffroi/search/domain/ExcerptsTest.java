package org.beffroi.search.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beffroi.incident.SearchText;
import org.beffroi.incident.SearchText.Kind;
import org.beffroi.search.domain.Excerpts.Match;
import org.beffroi.search.domain.LookupStore.Pair;
import org.junit.jupiter.api.Test;

class ExcerptsTest {
    private static final Set<Pair> SAME = Set.of(new Pair("serveur", "serveurs"), new Pair("chiffre", "chiffrement"));

    private static SearchText text(String text, int second) {
        return new SearchText(new UUID(0, 1), Kind.MESSAGE, Instant.EPOCH.plusSeconds(second), text, "");
    }

    private static Match match(String asked, String text, int second) {
        var excerpts = new Excerpts(Wish.of(asked).any().getFirst());
        return Objects.requireNonNull(excerpts.match(text(text, second), Words.of(text), SAME));
    }

    private static String shown(String asked, String text) {
        return Excerpts.cut(match(asked, text, 0), "").pieces().stream()
                .map(piece -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }

    @Test
    void marksEveryFormOfAWordAsItIsWritten() {
        assertThat(shown("serveur", "Les Serveurs, le SERVEUR : éteints."))
                .isEqualTo("Les [Serveurs], le [SERVEUR] : éteints.");
        assertThat(shown("vallebr*", "CH de Vallebrune")).isEqualTo("CH de [Vallebrune]");
        assertThat(shown("203.0.113.7", "vers 203[.]0[.]113[.]7.")).isEqualTo("vers [203[.]0[.]113[.]7].");
    }

    @Test
    void marksAPhraseOnlyWhereItStands() {
        assertThat(shown("\"serveur mail\"", "Un serveur, et le serveur mail."))
                .isEqualTo("Un serveur, et le [serveur] [mail].");
    }

    @Test
    void leavesTextsAloneInWhichNothingIs() {
        var excerpts = new Excerpts(Wish.of("serveur").any().getFirst());
        assertThat(excerpts.match(text("Plus rien", 0), Words.of("Plus rien"), SAME))
                .isNull();
    }

    @Test
    void neverChangesWhatIsWritten() {
        assertThat(shown("serveur", "<script>alert('serveur')</script>"))
                .isEqualTo("<script>alert('[serveur]')</script>");
    }

    @Test
    void cutsLongTextsAroundMostOfWhatIsFound() {
        var long1 = "serveur "
                .concat("mot ".repeat(200))
                .concat("le serveur mail du service ")
                .concat("fin ".repeat(200));
        var shown = shown("serveur mail", long1);
        assertThat(shown).startsWith("… ").endsWith(" …").contains("le [serveur] [mail] du service");
        assertThat(shown.length()).isLessThan(Excerpts.LENGTH + 30);
    }

    @Test
    void cutsTextsOfOneWordWithoutEnd() {
        var shown = shown("aaa*", "a".repeat(5_000));
        assertThat(shown).isEqualTo("[" + "a".repeat(5_000) + "]");
    }

    @Test
    void prefersTextsThatSayWhatTheOthersDoNotAndThenTheLatest() {
        var both = match("serveur mail", "serveur et mail", 1);
        var later = match("serveur mail", "serveur", 3);
        var earlier = match("serveur mail", "mail", 2);
        assertThat(Excerpts.best(List.of(earlier, later, both), 2)).containsExactly(both, later);
        assertThat(Excerpts.best(List.of(earlier, later), 3)).containsExactly(later, earlier);
    }

    @Test
    void asksOnlyAboutWordsThatBeginAlike() {
        var excerpts = new Excerpts(Wish.of("serveur chiffre x*").any().getFirst());
        assertThat(excerpts.doubtful(List.of(Words.of("Serveurs serveur panne chiffrement chat"))))
                .containsExactlyInAnyOrder(
                        new Pair("serveur", "serveurs"),
                        new Pair("chiffre", "chiffrement"),
                        new Pair("chiffre", "chat"));
    }
}
