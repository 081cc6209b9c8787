package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.beffroi.incident.domain.AnIncident.judged;

import java.util.List;
import org.beffroi.incident.Assessment;
import org.beffroi.incident.Conclusion;
import org.beffroi.incident.domain.TimelineEntry.Detail;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    @Test
    void saysNothingOfARevisionThatChangesNothing() {
        assertThat(Decisions.of(judged("UNKNOWN", "NONE"), judged("UNKNOWN", "NONE")))
                .isEmpty();
    }

    @Test
    void saysWhatWasTakenBack() {
        var before = new Assessment(true, true, null, null, List.of("RANSOMWARE"), null, "S3", null, null);
        var now = new Assessment(false, true, null, null, List.of(), null, "S0", null, null);
        assertThat(Decisions.of(before, now))
                .containsExactly(
                        new Detail("inScope", null, List.of("true"), List.of("false")),
                        new Detail("severity", "severity", List.of("S3"), List.of("S0")),
                        new Detail("causes", "cause", List.of("RANSOMWARE"), List.of()));
    }

    @Test
    void saysOfTheFirstJudgementOnlyWhatWasJudged() {
        assertThat(Decisions.of(null, judged("UNKNOWN", "NONE")))
                .extracting(Detail::field)
                .containsExactly("inScope", "major", "grade", "care", "origin");
    }

    @Test
    void saysNoEntryPointWhereNoneIsAsked() {
        assertThat(Decisions.of(new Conclusion("FALSE_ALARM", "NOT_APPLICABLE", null, null)))
                .isEmpty();
        assertThat(Decisions.of(new Conclusion("RESOLVED", "FOUND", "EMAIL", null)))
                .extracting(Detail::after)
                .containsExactly(List.of("FOUND"), List.of("EMAIL"));
    }
}
