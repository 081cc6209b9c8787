package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.beffroi.incident.domain.Major.Known;
import org.junit.jupiter.api.Test;

/** For what somebody is woken. */
class MajorTest {
    private static final int DEGRADED = 8;
    private static final int INTERRUPTED = 16;
    private static final int ENDANGERED = 32;
    private static final int JUDGED = 128;
    private static final int SIGNALLED = 256;

    @Test
    void whatWasNeverSeenCallsWhenItIsMajor() {
        assertThat(new Major(0).calls(null, false)).isFalse();
        assertThat(new Major(DEGRADED).calls(null, false)).isTrue();
        assertThat(new Major(ENDANGERED).calls(null, false)).isTrue();
        assertThat(new Major(SIGNALLED).calls(null, true)).isTrue();
        assertThat(new Major(JUDGED | DEGRADED).calls(null, true)).isTrue();
    }

    @Test
    void whatStaysOrGetsBetterDoesNotCallAgain() {
        var known = new Known(INTERRUPTED, true);
        assertThat(new Major(INTERRUPTED).calls(known, false)).isFalse();
        assertThat(new Major(DEGRADED).calls(known, false)).isFalse();
        assertThat(new Major(0).calls(known, false)).isFalse();
    }

    @Test
    void whatGetsWorseCalls() {
        assertThat(new Major(INTERRUPTED).calls(new Known(DEGRADED, true), false))
                .isTrue();
        assertThat(new Major(ENDANGERED | DEGRADED).calls(new Known(DEGRADED, true), false))
                .isTrue();
        assertThat(new Major(JUDGED | DEGRADED).calls(new Known(DEGRADED, false), true))
                .isTrue();
    }

    @Test
    void theDesksNoIsHeardUntilItGetsWorse() {
        assertThat(new Major(DEGRADED).calls(null, true))
                .as("judged before it was seen")
                .isFalse();
        assertThat(new Major(INTERRUPTED).calls(new Known(DEGRADED, false), true))
                .as("just judged")
                .isFalse();
        assertThat(new Major(INTERRUPTED).calls(new Known(DEGRADED, true), true))
                .as("got worse since")
                .isTrue();
        assertThat(new Major(INTERRUPTED).calls(null, false))
                .as("said after the judgement")
                .isTrue();
    }

    /** The bits are those of the queue's own rules. */
    @Test
    void speaksOfTheSameReasonsAsTheQueue() {
        assertThat(Urgency.reasons(DEGRADED)).containsExactly(Urgency.CARE_DEGRADED);
        assertThat(Urgency.reasons(INTERRUPTED)).containsExactly(Urgency.CARE_INTERRUPTED);
        assertThat(Urgency.reasons(ENDANGERED)).containsExactly(Urgency.ENDANGERMENT_POTENTIAL);
        assertThat(Major.LEVEL).contains("i.urgency & 120");
        assertThat(Urgency.reasons(120))
                .allMatch(reason ->
                        reason.kind().equals("danger") || reason.kind().equals("warn"));
    }
}
