package org.beffroi.observatory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DisclosureTest {
    static IntStream seeds() {
        return IntStream.range(0, 1000);
    }

    /** Years from three incidents to some hundreds, of few regions or many, with rare codes in every breakdown. */
    @ParameterizedTest
    @MethodSource("seeds")
    void nothingSuppressedCanBeComputedFromWhatIsPublished(int seed) {
        var random = new Random(seed);
        var cases = cases(random, 1 + random.nextInt(random.nextBoolean() ? 30 : 500));
        var earlier = new ArrayList<>(cases(random, random.nextInt(200)));
        earlier.addAll(cases);
        var tally = Counting.of(cases, earlier, random.nextBoolean() ? 3975L : null);
        var disclosure = Disclosure.published(tally);

        var reader = new CuriousReader(tally, disclosure);

        assertThat(reader.found()).as("seed %d", seed).isEmpty();
        tally.cells().forEach((cell, count) -> {
            if (count > 0 && count < Disclosure.SMALLEST_PUBLISHED) {
                assertThat(disclosure.shows(cell)).as(cell).isFalse();
            }
        });
    }

    @Test
    void theCuriousReaderFindsWhatPrimarySuppressionAloneGivesAway() {
        var tally = new CellCounts();
        tally.set("total", 100);
        tally.set("part/A", 60);
        tally.set("part/B", 37);
        tally.set("part/C", 3);
        tally.sum("total", List.of("part/A", "part/B", "part/C"));

        assertThat(new CuriousReader(tally, cell -> !cell.equals("part/C")).found())
                .containsExactly("part/C");
        var disclosure = Disclosure.published(tally);
        assertThat(disclosure.hidden()).containsExactlyInAnyOrder("part/B", "part/C");
        assertThat(disclosure.shows("total")).isTrue();
    }

    @Test
    void twoCellsOfOneAreNotGivenAwayByTheirSum() {
        var tally = new CellCounts();
        tally.set("total", 52);
        tally.set("part/A", 50);
        tally.set("part/B", 1);
        tally.set("part/C", 1);
        tally.sum("total", List.of("part/A", "part/B", "part/C"));
        assertThat(Disclosure.published(tally).hidden()).contains("part/A", "part/B", "part/C");
    }

    @Test
    void aComplementIsAsTellingAsItsPart() {
        var tally = new CellCounts();
        tally.set("incidents", 100);
        tally.set("cause/PHISHING", 97);
        tally.complement("incidents", "cause/PHISHING");
        assertThat(Disclosure.published(tally).shows("cause/PHISHING")).isFalse();
    }

    @Test
    void aZeroIsPublished() {
        var tally = new CellCounts();
        tally.set("total", 40);
        tally.set("part/A", 40);
        tally.set("part/B", 0);
        tally.sum("total", List.of("part/A", "part/B"));
        assertThat(Disclosure.published(tally).hidden()).isEmpty();
    }

    private static List<CountedCase> cases(Random random, int count) {
        var regions = List.of("11", "76", "84", "53", "94", "06").subList(0, 1 + random.nextInt(6));
        var skew = 1 + random.nextInt(4);
        return RandomCases.some(random, count, regions, skew);
    }
}
