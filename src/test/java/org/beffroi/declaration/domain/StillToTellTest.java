package org.beffroi.declaration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.beffroi.declaration.Answers;
import org.junit.jupiter.api.Test;

/** What a structure will be asked for, once the first minutes are over. */
class StillToTellTest {
    private final Answers first = Answers.NONE
            .with("structure", "750000000")
            .with("description", "Écrans noirs")
            .with("care", "DEGRADED");

    @Test
    void asksOnlyWhatTheFormAsksInItsOrder() {
        var questions = Questionnaire.load("2026-1").questions().keySet();
        var asked = StillToTell.questions().toList();
        assertThat(questions).containsAll(asked);
        assertThat(questions.stream().filter(asked::contains)).containsExactlyElementsOf(asked);
    }

    @Test
    void asksForWhatTheFirstMinutesDidNotTell() {
        assertThat(StillToTell.of(first))
                .contains("outOfBand", "endangerment", "careSince", "activities", "state", "systems", "causes")
                .doesNotContain("care", "description", "careUntil", "providerName", "endangermentDescription");
    }

    @Test
    void unknownIsNotSaidYet() {
        assertThat(StillToTell.of(first.with("origin", "UNKNOWN").with("state", "NOT_DIAGNOSED")))
                .contains("origin", "state");
        assertThat(StillToTell.of(first.with("origin", "MALICIOUS").with("state", "ONGOING")))
                .doesNotContain("origin", "state");
    }

    @Test
    void aNearMissIsAskedForWhatAimedAtWhatAlone() {
        assertThat(StillToTell.of(first.with("kind", "NEAR_MISS")))
                .containsExactly("outOfBand", "systems", "origin", "causes");
    }

    @Test
    void oneAnswerMayAskForAnother() {
        assertThat(StillToTell.of(first.with("endangerment", "PROVEN"))).contains("endangermentDescription");
        assertThat(StillToTell.of(first.with("endangerment", "NONE"))).doesNotContain("endangermentDescription");
        assertThat(StillToTell.of(first.with("state", "RESOLVED"))).contains("careUntil");
        assertThat(StillToTell.of(first.with("reach", "PROVIDER"))).contains("providerName");
        assertThat(StillToTell.of(first.with("dataKinds", "NONE"))).doesNotContain("dataEffects");
        assertThat(StillToTell.of(first.with("dataKinds", "HEALTH"))).contains("dataEffects");
        assertThat(StillToTell.of(Answers.NONE.with("care", "NONE"))).doesNotContain("careSince", "activities");
    }
}
