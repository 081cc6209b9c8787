package org.beffroi.incident.rota.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After how long who is called. */
class LadderTest {
    private static final Instant BEGAN = Instant.parse("2026-11-25T01:00:00Z");
    private final Ladder ladder = new Ladder(Duration.ofMinutes(10), Duration.ofMinutes(20));

    @ParameterizedTest
    @CsvSource({"0, 1", "9, 1", "10, 2", "19, 2", "20, 3", "39, 3", "40, 4", "140, 9", "6000, 9"})
    void goesOn(int minutes, int step) {
        assertThat(ladder.at(BEGAN, BEGAN, BEGAN.plus(Duration.ofMinutes(minutes))))
                .isEqualTo(step);
    }

    @Test
    void saysWhenItGoesOn() {
        assertThat(ladder.next(BEGAN, BEGAN, 1)).isEqualTo("2026-11-25T01:10:00Z");
        assertThat(ladder.next(BEGAN, BEGAN, 2)).isEqualTo("2026-11-25T01:20:00Z");
        assertThat(ladder.next(BEGAN, BEGAN, 3)).isEqualTo("2026-11-25T01:40:00Z");
        assertThat(ladder.next(BEGAN, BEGAN, Ladder.LAST)).isNull();
    }

    /** As often as for what it began with. */
    @Test
    void goesOnForWhatComesLater() {
        var later = BEGAN.plus(Duration.ofMinutes(210));
        assertThat(ladder.at(BEGAN, later, later)).isEqualTo(12);
        assertThat(ladder.next(BEGAN, later, Ladder.LAST)).isNotNull();
        assertThat(ladder.at(BEGAN, later, later.plus(Duration.ofDays(1)))).isEqualTo(Ladder.LAST + 10);
        assertThat(ladder.next(BEGAN, later, Ladder.LAST + 10)).isNull();
    }

    @Test
    void runsFasterInARehearsal() {
        assertThat(ladder.faster(60).at(BEGAN, BEGAN, BEGAN.plusSeconds(10))).isEqualTo(2);
        assertThat(ladder.faster(60).at(BEGAN, BEGAN, BEGAN.plusSeconds(20))).isEqualTo(3);
    }
}
