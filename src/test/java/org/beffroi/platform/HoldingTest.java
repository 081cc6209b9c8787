package org.beffroi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.beffroi.platform.Holding.Start;
import org.beffroi.platform.postgres.PostgresTrouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class HoldingTest {
    @ParameterizedTest
    @EnumSource(names = {"NOTHING", "DEMONSTRATION"})
    void demonstratesOnNothingAndOnADemonstration(Holding holding) {
        assertThat(holding.start(true, false, "here")).isEqualTo(Start.AS_IT_IS);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOTHING", "WORK"})
    void worksOnNothingAndOnWork(Holding holding) {
        assertThat(holding.start(false, false, "here")).isEqualTo(Start.AS_IT_IS);
    }

    @Test
    void refusesToDemonstrateAmongWork() {
        assertThatExceptionOfType(PostgresTrouble.class)
                .isThrownBy(() -> Holding.WORK.start(true, true, "here"))
                .withMessageContaining("not of a demonstration: here")
                .withMessageContaining("→ Start it with ./beffroi run");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"NOTHING", "WORK"})
    void refusesToWorkInADemonstration(Holding holding) {
        assertThatExceptionOfType(PostgresTrouble.class)
                .isThrownBy(() -> holding.start(false, true, "here"))
                .withMessageContaining("known password: here")
                .withMessageContaining("→ Start it with ./beffroi demo");
    }

    @Test
    void beginsHalfADemonstrationAgainInADatabaseOfOurOwnOnly() {
        assertThat(Holding.HALF_A_DEMONSTRATION.start(true, true, "here")).isEqualTo(Start.AFRESH);
        assertThatExceptionOfType(PostgresTrouble.class)
                .isThrownBy(() -> Holding.HALF_A_DEMONSTRATION.start(true, false, "here"))
                .withMessageContaining("cut off")
                .withMessageContaining("→ Drop this database");
    }
}
