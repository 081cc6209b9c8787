package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.beffroi.incident.domain.AnIncident.CLAIRE;
import static org.beffroi.incident.domain.AnIncident.NIGHT;
import static org.beffroi.incident.domain.AnIncident.anIncident;
import static org.beffroi.incident.domain.AnIncident.judged;

import java.time.Instant;
import java.util.List;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.DeclarationAmended;
import org.beffroi.declaration.Stated;
import org.beffroi.shared.World;
import org.junit.jupiter.api.Test;

class SituationTest {
    private static final Declared DEGRADED = anIncident()
            .declaring("care", "DEGRADED")
            .declaring("endangerment", "POTENTIAL")
            .declared();

    @Test
    void isTheWorstThatAnyDeclarationSays() {
        var proven = anIncident()
                .declaring("care", "NONE")
                .declaring("endangerment", "PROVEN")
                .declaring("helpWanted", "true")
                .declared();
        assertThat(Situation.of(List.of(DEGRADED, proven), State.NEW))
                .isEqualTo(new Situation("PROVEN", "DEGRADED", true, false, false));
    }

    @Test
    void knowsNothingWhereNothingWasSaid() {
        assertThat(Situation.of(List.of(anIncident().declared()), State.NEW))
                .isEqualTo(new Situation(null, null, false, false, false));
    }

    @Test
    void countsCareAsRestoredWhereTheStructureSaysSo() {
        var over = anIncident()
                .declaring("care", "INTERRUPTED")
                .declaring("state", "RESOLVED")
                .declared();
        assertThat(Situation.of(List.of(over), State.NEW).care()).isEqualTo("NONE");
    }

    @Test
    void followsTheDesksJudgementUntilTheStructureSaysWorse() {
        var after =
                State.NEW.triaged(new State.Triage(judged("UNKNOWN", "NONE"), Who.of(CLAIRE, NIGHT.plusSeconds(7200))));
        assertThat(Situation.of(List.of(DEGRADED), after).care()).isEqualTo("NONE");
        assertThat(Situation.of(List.of(said(DEGRADED, NIGHT.plusSeconds(7201))), after)
                        .care())
                .isEqualTo("DEGRADED");
        assertThat(Situation.of(List.of(DEGRADED), after).endangerment())
                .as("not judged: as declared")
                .isEqualTo("POTENTIAL");
    }

    @Test
    void doesNotHearAgainWhatTheDeskHadReadWhenOnlyTheRestIsAmended() {
        var interrupted = anIncident().declaring("care", "INTERRUPTED").declared();
        var after = State.NEW.triaged(
                new State.Triage(judged("UNKNOWN", "DEGRADED"), Who.of(CLAIRE, NIGHT.plusSeconds(7200))));
        var more = amended(interrupted, Answers.NONE.with("care", "INTERRUPTED").with("causes", "RANSOMWARE"));
        assertThat(Situation.of(List.of(more), after).care()).isEqualTo("DEGRADED");
        assertThat(more.stated().causes()).containsExactly("RANSOMWARE");
        assertThat(Situation.worseDeclared(List.of(more), after)).isFalse();

        var endangered = amended(more, Answers.NONE.with("care", "INTERRUPTED").with("endangerment", "PROVEN"));
        assertThat(Situation.of(List.of(endangered), after).care())
                .as("said anew, with what is new")
                .isEqualTo("INTERRUPTED");
        assertThat(Situation.worseDeclared(List.of(endangered), after)).isTrue();
    }

    private static Declared amended(Declared declared, Answers answers) {
        return declared.amended(new DeclarationAmended(
                declared.declaration(),
                declared.reference(),
                World.NATIONAL,
                NIGHT.plusSeconds(9000),
                declared.version() + 1,
                declared.structure(),
                Stated.of(answers)));
    }

    private static Declared said(Declared declared, Instant at) {
        return new Declared(
                declared.declaration(),
                declared.reference(),
                declared.declaredAt(),
                declared.channel(),
                null,
                null,
                2,
                at,
                declared.structure(),
                declared.stated());
    }
}
