package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartTest {
    private static final List<Integer> SEVEN = IntStream.range(0, 7).boxed().toList();

    @Test
    void cutsALongList() {
        assertThat(Part.of(SEVEN, 1, 3)).isEqualTo(new Part<>(List.of(0, 1, 2), 1, 3, 7));
        assertThat(Part.of(SEVEN, 3, 3)).isEqualTo(new Part<>(List.of(6), 3, 3, 7));
        assertThat(Part.of(SEVEN.subList(0, 6), 2, 3).of()).isEqualTo(2);
    }

    @Test
    void bringsWhatIsAskedIntoTheBounds() {
        assertThat(Part.of(SEVEN, 99, 3).number()).isEqualTo(3);
        assertThat(Part.of(SEVEN, -1, 3).number()).isEqualTo(1);
    }

    @Test
    void hasOneEmptyPartOfNothing() {
        assertThat(Part.of(List.of(), 1, 3)).isEqualTo(new Part<>(List.of(), 1, 1, 0));
    }
}
