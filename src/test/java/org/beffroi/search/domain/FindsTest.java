package org.beffroi.search.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.beffroi.access.Viewer;
import org.beffroi.incident.SearchText.Kind;
import org.beffroi.search.domain.Excerpt.Piece;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What is found by what, on a real PostgreSQL. Each night has a word of its own, so that nights are told apart. */
@BeffroiTest
class FindsTest {
    private static int nights;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private Desk desk;
    private Town town;
    private Viewer analyst;
    private String night = "";

    @BeforeEach
    void aNight() {
        night = "nuit" + ++nights + "zk";
        desk = new Desk(context, port);
        town = new Town(context);
        analyst = desk.viewer("analyst");
    }

    private Town.Declared declares(String words) {
        return town.declares(House.VALLEBRUNE, "Nadia Perrin", words + " " + night);
    }

    private boolean finds(String typed) {
        return !desk.numbers(night + " " + typed, analyst).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "Les serveurs de l’Hôpital sont chiffrés | hopital | true",
                "Les serveurs de l’hopital sont chiffrés | HÔPITAL | true",
                "Les serveurs de l’Hôpital sont chiffrés | serveur chiffrées | true",
                "Les données ont été chiffrées | chiffrement | true",
                "Un chiffrement est en cours | chiffrees | true",
                "Plusieurs hôpitaux touchés | hôpital | true",
                "The attackers encrypted two servers | encryption server | true",
                "Le serveur de fichiers ne répond plus | \"serveur de fichiers\" | true",
                "Les fichiers du serveur sont perdus | \"serveur de fichiers\" | false",
                "Les fichiers du serveur sont perdus | serveur de fichiers | true",
                "Hameçonnage par une fausse facture | hameçonnage -facture | false",
                "Hameçonnage par une fausse facture | hameçonnage -virement | true",
                "Hameçonnage par une fausse facture | hameçonnage -\"facture fausse\" | true",
                "Hameçonnage par des factures | hameçonnage -facturées | false",
                "Le groupe Akira s’est annoncé | lockbit or akira | false",
                "Prescripteurs sans dossier | prescri* | true",
                "Prescripteurs sans dossier | rescript* | false",
                "Des sauvegardes chiffrées | sauvegardes* | true",
                "Courriel vers hxxps://porte.evil[.]example/a | evil.example | true",
                "Courriel vers hxxps://porte.evil[.]example/a | example.evil | false",
                "Courriel vers https://porte.evil.example/a | hxxp://porte[.]evil[.]example/a | true",
                "Le poste 10.20.30.40 a répondu | 10[.]20[.]30[.]40 | true",
                "Le poste 110.20.30.40 a répondu | 10.20.30.40 | false",
                "empreinte 5F4DCC3B5AA765D61D8327DEB882CF99 | 5f4dcc3b5aa765d61d8327deb882cf99 | true",
                "sœur et œuvre | soeur oeuvre | true",
                "l'imagerie | l’imagerie | true",
            })
    void findsWordsAsPeopleMeanThem(String declared, String typed, boolean found) {
        declares(declared);
        desk.index();
        // «or» binds less than what is typed beside it: the night must then be in both.
        var asked = typed.contains(" or ") ? typed.replace(" or ", " " + night + "x or ") + " " + night + "x" : typed;
        assertThat(finds(asked)).isEqualTo(found);
        assertThat(finds("")).isTrue();
    }

    @Test
    void findsEitherOfTwo() {
        declares("Le groupe Akira");
        desk.index();
        assertThat(desk.numbers("lockbit" + night + " or akira " + night, analyst))
                .hasSize(1);
    }

    /** One word was declared, one is in a message, one in a note: the incident has them all. */
    @Test
    void findsWordsThatStandInDifferentTexts() {
        var declared = declares("Sauvegardes");
        desk.answers(declared, "La baie Zephyr est intacte");
        town.treats(declared, "Rappelés par Marguerite");
        desk.index();
        assertThat(desk.numbers(night + " sauvegarde zephyr marguerite", analyst))
                .containsExactly(declared.reference());
        assertThat(desk.numbers(night + " zephyr -marguerite", analyst)).isEmpty();
        assertThat(desk.numbers(night + " \"intacte rappelés\"", analyst)).isEmpty();
        var excerpts = desk.find(night + " zephyr marguerite", analyst)
                .incidents()
                .getFirst()
                .excerpts();
        assertThat(excerpts)
                .extracting(Excerpt::kind)
                .containsExactlyInAnyOrder(Kind.DECLARED, Kind.MESSAGE, Kind.NOTE);
        assertThat(excerpts)
                .filteredOn(excerpt -> excerpt.kind() == Kind.MESSAGE)
                .singleElement()
                .satisfies(excerpt -> {
                    assertThat(excerpt.address()).isEqualTo("/incidents/" + declared.reference() + "/messages#m1");
                    assertThat(excerpt.pieces())
                            .containsExactly(
                                    new Piece("La baie ", false),
                                    new Piece("Zephyr", true),
                                    new Piece(" est intacte", false));
                });
    }

    @Test
    void findsByNumberNameAndTown() {
        var declared = declares("Panne");
        desk.index();
        var typed = declared.reference().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        assertThat(desk.numbers(declared.reference(), analyst)).containsExactly(declared.reference());
        assertThat(desk.numbers(typed, analyst)).containsExactly(declared.reference());
        assertThat(desk.numbers(House.VALLEBRUNE, analyst)).contains(declared.reference());
        assertThat(desk.numbers("99 000 001 0", analyst)).contains(declared.reference());
        assertThat(finds("vallebrune")).isTrue();
        assertThat(finds("vallebr*")).isTrue();
        assertThat(finds("alaoui")).isFalse();
    }

    @Test
    void findsWhatAnEarlierVersionSaidAndWhatTheCodesMean() {
        var declared = declares("Un dragon");
        town.completes(declared, "Une tortue " + night);
        town.treats(declared, "Vu");
        desk.calls(
                "POST",
                "/api/v1/incidents/" + declared.reference() + "/techniques",
                "{\"technique\": \"T1566.001\", \"words\": \"\"}");
        desk.index();
        assertThat(finds("dragon")).isTrue();
        assertThat(finds("tortue dragon")).isTrue();
        assertThat(finds("T1566.001")).isTrue();
        assertThat(finds("spearphishing \"accès initial\" \"initial access\"")).isTrue();
    }

    @Test
    void followsWhatChanges() {
        var declared = declares("Panne");
        desk.sees(declared, "mouche-verte.com", "CLEAR");
        desk.calls("POST", "/api/v1/incidents/" + declared.reference() + "/tags", "{\"tag\": \"relance\"}");
        desk.index();
        assertThat(finds("mouche-verte.com")).isTrue();
        assertThat(finds("#relance")).isTrue();
        var id = context.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("select id::text from incident.observable where incident_id = :id and ended_at is null")
                .param("id", declared.incident())
                .query(String.class)
                .single();
        desk.posts("/incidents/" + declared.reference() + "/observables/" + id + "/removal", java.util.Map.of());
        desk.posts("/incidents/" + declared.reference() + "/tags/removal", java.util.Map.of("word", "relance"));
        // The index does not know yet: what is not there any more is not shown.
        assertThat(desk.find("mouche-verte.com", analyst).incidents())
                .noneMatch(one -> one.glance().reference().equals(declared.reference()));
        desk.index();
        assertThat(finds("mouche-verte.com")).isFalse();
        assertThat(finds("#relance")).isFalse();
        assertThat(finds("panne")).isTrue();
    }

    @Test
    void looksOnlyWhereItIsToldTo() {
        var declared = declares("Panne");
        desk.writes(declared, "Courage " + night);
        town.treats(declared, "Vu");
        town.closes(declared);
        var open = declares("Courage");
        desk.index();
        assertThat(found("courage", null, null, null, null)).containsExactly(open.reference(), declared.reference());
        assertThat(found("courage", "messages", null, null, null)).containsExactly(declared.reference());
        assertThat(found("courage", "declared", null, null, null)).containsExactly(open.reference());
        assertThat(found("courage", "notes", null, null, null)).isEmpty();
        assertThat(found("courage", null, "open", null, null)).containsExactly(open.reference());
        assertThat(found("courage", null, "closed", null, null)).containsExactly(declared.reference());
        assertThat(found("courage", null, null, "week", null)).hasSize(2);
        assertThat(found("courage", null, null, null, "84")).hasSize(2);
        assertThat(found("courage", null, null, null, "93")).isEmpty();
    }

    private List<String> found(
            String typed,
            @Nullable String in,
            @Nullable String status,
            @Nullable String since,
            @Nullable String region) {
        return desk
                .find(new SearchFilter(night + " " + typed, in, status, since, region, null, null), analyst)
                .incidents()
                .stream()
                .map(one -> one.glance().reference())
                .toList();
    }

    @Test
    void neverMixesWorlds() {
        declares("Panne");
        desk.index();
        for (var world : List.of("veris", "rehearsal-1")) {
            assertThat(desk.find(new SearchFilter(night, null, null, null, null, world, null), analyst)
                            .count())
                    .isZero();
        }
    }

    @Test
    void pagesWithoutGapsAndWithoutDoubles() {
        for (int i = 0; i < 45; i++) {
            declares("Panne " + i);
        }
        desk.index();
        var seen = new java.util.ArrayList<String>();
        for (int page = 1; page <= 3; page++) {
            var found = desk.find(new SearchFilter(night, null, null, null, null, null, page), analyst);
            assertThat(found.count()).isEqualTo(45);
            assertThat(found.over()).isFalse();
            assertThat(found.more()).isEqualTo(page < 3);
            found.incidents().forEach(one -> seen.add(one.glance().reference()));
        }
        assertThat(seen).hasSize(45).doesNotHaveDuplicates();
        assertThat(desk.find(new SearchFilter(night, null, null, null, null, null, 4), analyst)
                        .incidents())
                .isEmpty();
    }

    @Test
    void findsAWordOfTwoHundredLetters() {
        var word = "anticonstitutionnellement".repeat(8);
        desk.answers(declares("Panne"), word);
        desk.index();
        assertThat(finds(word)).isTrue();
    }

    @Test
    void saysWhatIsCut() {
        assertThat(desk.find("mot ".repeat(40), analyst).cut()).isTrue();
    }
}
