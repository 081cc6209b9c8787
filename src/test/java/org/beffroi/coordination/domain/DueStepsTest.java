package org.beffroi.coordination.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.beffroi.coordination.domain.DueSteps.Step;
import org.junit.jupiter.api.Test;

/** When structures are reminded. */
class DueStepsTest {
    private static final Instant DUE = Instant.parse("2026-03-05T10:00:00Z");
    private static final Instant AROSE = DUE.minus(Duration.ofDays(3));

    private final DueSteps steps = DueSteps.read();

    private List<String> at(Duration before, int speed) {
        return steps.due(DUE, AROSE, DUE.minus(before), speed).stream()
                .map(Step::key)
                .toList();
    }

    @Test
    void beforeAndAfter() {
        assertThat(at(Duration.ofHours(25), 1)).isEmpty();
        assertThat(at(Duration.ofHours(24), 1)).containsExactly("day-before");
        assertThat(at(Duration.ofHours(4), 1)).containsExactly("day-before", "hours-before");
        assertThat(at(Duration.ZERO, 1)).endsWith("due");
        assertThat(at(Duration.ofDays(-4), 1)).endsWith("day-after", "days-after");
        assertThat(at(Duration.ofMinutes(24), 60)).containsExactly("day-before");
    }

    @Test
    void nothingBeforeItArose() {
        assertThat(steps.due(DUE, DUE.minus(Duration.ofHours(2)), DUE.minus(Duration.ofHours(1)), 1))
                .isEmpty();
    }

    @Test
    void atNightOnlyWhatIsDueBeforeTheMorning() {
        var night = Instant.parse("2026-03-05T02:00:00Z");
        assertThat(steps.mayWrite(Instant.parse("2026-03-05T06:30:00Z"), night)).isTrue();
        assertThat(steps.mayWrite(Instant.parse("2026-03-05T10:00:00Z"), night)).isFalse();
        assertThat(steps.mayWrite(Instant.parse("2026-03-04T10:00:00Z"), night))
                .as("late already")
                .isFalse();
        assertThat(steps.mayWrite(DUE, Instant.parse("2026-03-05T08:00:00Z"))).isTrue();
    }

    @Test
    void aFileThatMakesNoSenseStops() {
        assertThatThrownBy(() ->
                        new DueSteps(8, 20, List.of(new Step("a", Duration.ZERO), new Step("b", Duration.ofHours(-1)))))
                .hasMessageContaining("step b");
        assertThatThrownBy(() -> new DueSteps(20, 8, List.of(new Step("a", Duration.ZERO))))
                .hasMessageContaining("hours");
    }
}
