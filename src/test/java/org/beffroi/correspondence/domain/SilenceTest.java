package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.beffroi.correspondence.domain.Silence.Step;
import org.beffroi.correspondence.domain.Silence.To;
import org.junit.jupiter.api.Test;

/** When who is reminded. */
class SilenceTest {
    private static final Instant ASKED = Instant.parse("2026-11-20T14:00:00Z");
    private final Silence silence = Silence.read();

    private List<String> dueAfter(int hours) {
        return silence.due(ASKED, ASKED.plus(Duration.ofHours(hours)), 1).stream()
                .map(Step::key)
                .toList();
    }

    @Test
    void theFileRemindsGentlyThenSomebodyElseThenTheDesk() {
        assertThat(dueAfter(23)).isEmpty();
        assertThat(dueAfter(24)).containsExactly("gentle");
        assertThat(dueAfter(48)).containsExactly("gentle", "colleague");
        assertThat(dueAfter(72)).containsExactly("gentle", "colleague", "call");
        assertThat(silence.steps()).extracting(Step::to).containsExactly(To.DECLARANT, To.NEXT_CONTACT, To.DESK);
    }

    @Test
    void inARehearsalADayMayPassInTwentyFourMinutes() {
        assertThat(silence.due(ASKED, ASKED.plus(Duration.ofMinutes(23)), 60)).isEmpty();
        assertThat(silence.due(ASKED, ASKED.plus(Duration.ofMinutes(24)), 60)).hasSize(1);
        assertThat(silence.due(ASKED, ASKED.plus(Duration.ofMinutes(72)), 60)).hasSize(3);
    }

    @Test
    void nobodyIsWokenForAReminder() {
        assertThat(silence.awake(Instant.parse("2026-11-20T03:00:00Z"))).isFalse();
        assertThat(silence.awake(Instant.parse("2026-11-20T06:59:00Z")))
                .as("7.59 in Paris")
                .isFalse();
        assertThat(silence.awake(Instant.parse("2026-11-20T07:00:00Z"))).isTrue();
        assertThat(silence.awake(Instant.parse("2026-07-20T18:00:00Z")))
                .as("20.00 in summer")
                .isFalse();
    }

    @Test
    void aLadderThatLeadsNowhereStopsTheStart() {
        var day = Duration.ofDays(1);
        var one = new Step("one", day, To.DESK);
        assertThatThrownBy(() -> new Silence(8, 20, day.multipliedBy(9), List.of(one, one)))
                .hasMessageContaining("step one");
        assertThatThrownBy(() -> new Silence(8, 20, day, List.of(one))).hasMessageContaining("forgets");
        assertThatThrownBy(() -> new Silence(20, 8, day.multipliedBy(9), List.of(one)))
                .hasMessageContaining("hours");
        assertThatThrownBy(() -> new Silence(8, 20, day, List.of())).hasMessageContaining("no steps");
    }
}
