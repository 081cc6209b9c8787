package org.beffroi.search.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.beffroi.incident.IncidentCatalogue.Entry;
import org.beffroi.incident.SearchText;
import org.beffroi.incident.SearchText.Kind;
import org.beffroi.incident.SearchText.Readers;
import org.beffroi.search.domain.Sheaf.Row;
import org.beffroi.shared.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SheafTest {
    private static final UUID DECLARATION = new UUID(0, 1);
    private static final Entry ENTRY =
            new Entry(DECLARATION, new UUID(0, 2), World.NATIONAL, "84", null, true, Instant.EPOCH);

    private static SearchText text(Kind kind, String text) {
        return new SearchText(DECLARATION, kind, Instant.EPOCH, text, "");
    }

    /** What stands in a view is for its readers, whatever kinds are still to come. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void givesNoTextToOthersThanItsReaders(Kind kind) {
        var views = Sheaf.rows(ENTRY, List.of(text(kind, "secret"))).stream()
                .map(Row::view)
                .collect(Collectors.toSet());
        assertThat(views).contains(View.ALL).hasSize(kind.readers() == Readers.DESK ? 2 : 3);
        assertThat(views.contains(View.REGION)).isEqualTo(kind.readers() == Readers.DECLARATION);
        assertThat(views.contains(View.TOLD)).isEqualTo(kind.readers() == Readers.INCIDENT);
        assertThat(views.stream().filter(View::ofDeclaration).toList())
                .hasSize(kind.readers() == Readers.DECLARATION ? 2 : 0);
    }

    @Test
    void putsABreakBetweenTextsAndKeepsNamesAsTheyAre() {
        var rows = Sheaf.rows(ENTRY, List.of(text(Kind.NAME, "Hôpital d’Évry"), text(Kind.DECLARED, "Panne")));
        assertThat(rows).extracting(Row::view).containsExactly(View.ALL, View.REGION, View.NAMES, View.DECLARED);
        assertThat(rows.getFirst().words()).containsExactly("hopital", "d", "evry", Sheaf.BREAK, "panne", Sheaf.BREAK);
        assertThat(rows.getFirst().names()).isEqualTo("hopital d evry");
    }

    @Test
    void goesOnInAnotherPartWhereOneIsFull() {
        var words = IntStream.range(0, Sheaf.MOST + 7).mapToObj(i -> "mot" + i).collect(Collectors.joining(" "));
        var rows = Sheaf.rows(ENTRY, List.of(text(Kind.MESSAGE, words)));
        assertThat(rows).extracting(Row::view).containsExactly(View.ALL, View.ALL, View.MESSAGES, View.MESSAGES);
        assertThat(rows).extracting(Row::part).containsExactly(0, 1, 0, 1);
        assertThat(rows.getFirst().words()).hasSize(Sheaf.MOST);
        assertThat(rows.get(1).words()).endsWith("mot" + (Sheaf.MOST + 6), Sheaf.BREAK);
    }

    @Test
    void makesNoPartLargerThanATextVectorMayBe() {
        var wide = IntStream.range(0, 4_000)
                .mapToObj(i -> Integer.toString(i, 36) + "𝛀".repeat(49))
                .collect(Collectors.joining(" "));
        var rows = Sheaf.rows(ENTRY, List.of(text(Kind.NOTE, wide)));
        assertThat(rows)
                .hasSizeGreaterThan(4)
                .allSatisfy(row -> assertThat(row.words().stream()
                                .mapToInt(word -> word.getBytes(StandardCharsets.UTF_8).length)
                                .sum())
                        .isLessThanOrEqualTo(Sheaf.LARGEST));
    }

    @Test
    void hasNoRowWhereNothingIsSaid() {
        assertThat(Sheaf.rows(ENTRY, List.of())).isEmpty();
    }
}
