package org.beffroi.incident.rota.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.beffroi.access.Viewer;
import org.beffroi.incident.Assessment;
import org.beffroi.incident.CallMade;
import org.beffroi.incident.Conclusion;
import org.beffroi.incident.rota.domain.Call.CallStep;
import org.beffroi.incident.rota.domain.Call.How;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.beffroi.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A night on which a major incident comes. */
@ModuleTest
@Import(ANight.NoRounds.class)
class CallDeskTest extends ANight {
    private static final Assessment NOT_MAJOR =
            new Assessment(true, false, null, null, List.of(), null, "S1", "NONE", "DEGRADED");

    private static final Assessment MAJOR =
            new Assessment(true, true, null, null, List.of(), null, "S2", "NONE", "DEGRADED");

    @Autowired
    Clock clock;

    @Autowired
    CallReader reader;

    @Autowired
    RotaSettings settings;

    @Test
    void whoIsOnCallIsCalledAtOnceAndOnce() {
        var incident = declaresDegraded(0);
        roundAt(0);
        roundAt(1);
        roundAt(9);
        assertThat(rang()).containsExactly("Claire Vasseur");
        assertThat(call(incident).steps()).containsExactly(new CallStep(1, NIGHT, List.of("Claire Vasseur")));
        assertThat(call(incident).dueAt()).isEqualTo(NIGHT.plus(Duration.ofMinutes(10)));
        assertThat(calls.live(World.NATIONAL, marc)).isPresent();
    }

    @Test
    void goesOnToTheSecondAndThenToTheLeads() {
        var incident = declaresDegraded(0);
        roundAt(0);
        roundAt(10);
        assertThat(rang()).containsExactly("Claire Vasseur", "Claire Vasseur", "Marc Delorme");
        roundAt(20);
        assertThat(call(incident).steps().getLast().names())
                .containsExactly("Claire Vasseur", "Marc Delorme", "Samir Bel");
        roundAt(39);
        assertThat(telephone.calls).hasSize(6);
        roundAt(40);
        assertThat(telephone.calls).hasSize(9);
        for (int minute = 41; minute < 400; minute++) {
            roundAt(minute);
        }
        assertThat(call(incident).steps()).hasSize(Ladder.LAST);
        assertThat(call(incident).dueAt()).isNull();
        assertThat(telephone.calls).extracting(CallMade::id).doesNotHaveDuplicates();
    }

    @Test
    void stopsWhenSomebodyHasIt() {
        var incident = declaresDegraded(0);
        roundAt(0);
        at(5, () -> calls.answer(incident, claire));
        at(6, () -> calls.answer(incident, marc));
        roundAt(10);
        roundAt(20);
        assertThat(rang()).containsExactly("Claire Vasseur");
        var end = Objects.requireNonNull(call(incident).ended());
        assertThat(end.how()).isEqualTo(How.ANSWERED);
        assertThat(end.by()).isEqualTo("Claire Vasseur");
        assertThat(end.at()).isEqualTo(NIGHT.plus(Duration.ofMinutes(5)));
        assertThat(assignee(incident)).isEqualTo("Claire Vasseur");
    }

    private String assignee(UUID incident) {
        return jdbc.sql(
                        "select assignee_name from incident.assignment where incident_id = :incident and ended_at is null")
                .param("incident", incident)
                .query(String.class)
                .single();
    }

    @Test
    void aColleagueWhoWasNotCalledMayHaveIt() {
        var incident = declaresDegraded(0);
        roundAt(0);
        at(3, () -> calls.answer(incident, marc));
        roundAt(10);
        assertThat(rang()).containsExactly("Claire Vasseur");
        assertThat(assignee(incident)).isEqualTo("Marc Delorme");
    }

    @Test
    void whoTakesItHasAnswered() {
        var incident = declaresDegraded(0);
        roundAt(0);
        at(4, () -> work.take(incident, marc));
        roundAt(10);
        assertThat(rang()).containsExactly("Claire Vasseur");
        assertThat(Objects.requireNonNull(call(incident).ended()).how()).isEqualTo(How.TAKEN);
        assertThat(Objects.requireNonNull(call(incident).ended()).by()).isEqualTo("Marc Delorme");
    }

    @Test
    void isOverWhenNoneOfItsIncidentsIsOpen() {
        var incident = declaresDegraded(0);
        roundAt(0);
        at(4, () -> work.close(incident, Conclusion.of("FALSE_ALARM"), Viewer.system("VERIS")));
        roundAt(10);
        assertThat(rang()).hasSize(1);
        assertThat(Objects.requireNonNull(call(incident).ended()).how()).isEqualTo(How.OVER);
    }

    /** Or one forged declaration that nobody answers for would keep the rest of the night silent. */
    @Test
    void whatComesAfterACallThatNobodyAnsweredCallsAnew() {
        var first = declaresDegraded(0);
        for (int minute = 0; minute <= 150; minute++) {
            roundAt(minute);
        }
        assertThat(call(first).dueAt()).isNull();
        telephone.calls.clear();
        var second = declaresDegraded(200);
        roundAt(200);
        assertThat(rang()).containsExactly("Claire Vasseur", "Marc Delorme", "Samir Bel");
        assertThat(call(second).dueAt()).isEqualTo(NIGHT.plus(Duration.ofMinutes(220)));
        roundAt(220);
        assertThat(rang()).hasSize(6);
        at(221, () -> calls.answer(second, claire));
        roundAt(240);
        assertThat(rang()).hasSize(6);
    }

    @Test
    void whatGetsWorseWithinACallThatNobodyAnsweredCallsAnew() {
        var incident = declaresDegraded(0);
        for (int minute = 0; minute <= 150; minute++) {
            roundAt(minute);
        }
        telephone.calls.clear();
        jdbc.sql("update incident.incident set urgency = urgency | 32 where id = :id")
                .param("id", incident)
                .update();
        roundAt(170);
        assertThat(rang()).containsExactly("Claire Vasseur", "Marc Delorme", "Samir Bel");
    }

    @Test
    void withNobodyOnCallTheLeadsAreCalledAtOnce() {
        at(-60, () -> {
            plan.put(List.of(SLOT), 1, "", Map.of(), samir);
            plan.put(List.of(SLOT), 2, "", Map.of(), samir);
        });
        declaresDegraded(0);
        roundAt(0);
        assertThat(rang()).containsExactly("Samir Bel");
        roundAt(10);
        assertThat(rang()).hasSize(1);
    }

    @Test
    void withNobodyFirstTheSecondIsCalledAtOnce() {
        at(-60, () -> plan.put(List.of(SLOT), 1, "", Map.of(), samir));
        declaresDegraded(0);
        roundAt(0);
        assertThat(rang()).containsExactly("Marc Delorme");
    }

    @Test
    void aHouseThatWasAwayGoesOnWhereItShouldBe() {
        var incident = declaresDegraded(0);
        roundAt(0);
        // Here it dies, and is back after 25 minutes: the second step is not made up for, the leads are called.
        roundAt(25);
        roundAt(26);
        assertThat(call(incident).steps()).extracting(CallStep::step).containsExactly(1, 3);
        assertThat(rang()).containsExactly("Claire Vasseur", "Claire Vasseur", "Marc Delorme", "Samir Bel");
    }

    @Test
    void severalNodesCallOnce() throws Exception {
        declaresDegraded(0);
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (int minute : List.of(0, 10)) {
                var work = java.util.Collections.nCopies(8, Executors.callable(() -> roundAt(minute)));
                for (var done : nodes.invokeAll(work)) {
                    done.get();
                }
                roundAt(minute); // if each left it to another
            }
        }
        assertThat(telephone.calls).hasSize(3).extracting(CallMade::id).doesNotHaveDuplicates();
    }

    @Test
    void whileTheDeskIsOpenNobodyIsCalledNotEvenAfterwards() {
        var noon = 10 * 60;
        var incident = declaresDegraded(noon);
        roundAt(noon);
        roundAt(17 * 60);
        assertThat(telephone.calls).isEmpty();
        assertThat(calls.of(incident, claire)).isEmpty();
        assertThatThrownBy(() -> calls.answer(incident, claire))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("incident.call.refused.none"));
    }

    @Test
    void whatGetsWorseAtNightCallsAlthoughItIsOld() {
        var incident = declaresDegraded(-12 * 60);
        roundAt(-12 * 60);
        at(-11 * 60, () -> work.triage(incident, NOT_MAJOR, marc));
        roundAt(-11 * 60);
        roundAt(0);
        assertThat(telephone.calls).isEmpty();
        jdbc.sql("update incident.incident set urgency = 16 where id = :id")
                .param("id", incident)
                .update();
        roundAt(1);
        assertThat(rang()).containsExactly("Claire Vasseur");
    }

    @Test
    void whatNobodyHasJudgedMajorByDayCallsWhenItIsSignalledAtNight() {
        var incident = declares(-12 * 60, "care", "NONE");
        roundAt(-12 * 60);
        jdbc.sql("update incident.incident set signalled = 'S4' where id = :id")
                .param("id", incident)
                .update();
        roundAt(1);
        assertThat(rang()).containsExactly("Claire Vasseur");
    }

    @Test
    void whoJudgesAtNightIsAwakeAndCallsNobody() {
        var incident = declares(0, "care", "NONE");
        roundAt(0);
        at(1, () -> work.triage(incident, MAJOR, marc));
        roundAt(2);
        assertThat(telephone.calls).isEmpty();
    }

    @Test
    void whatHasNotHappenedOrWasImportedWakesNobody() {
        declares(0, "kind", "NEAR_MISS", "care", "DEGRADED");
        declares(0, "care", "NONE");
        declares(new World("imported"), 0, "care", "INTERRUPTED");
        roundAt(0);
        assertThat(telephone.calls).isEmpty();
        declares(1, "kind", "VOLUNTARY", "care", "DEGRADED");
        roundAt(1);
        assertThat(telephone.calls).hasSize(1);
    }

    @Test
    void theDoctorSaysThatNobodyAnswers() {
        var doctor = new CallDoctor(reader, settings, clock);
        var incident = declaresDegraded(0);
        roundAt(0);
        at(19, () -> assertThat(doctor.check().getFirst().well()).isTrue());
        at(21, () -> assertThat(doctor.check().getFirst().finding()).contains("nor the leads have answered"));
        at(22, () -> calls.answer(incident, samir));
        at(23, () -> assertThat(doctor.check().getFirst().well()).isTrue());
    }

    @Test
    void isForTheDeskAlone() {
        var incident = declaresDegraded(0);
        roundAt(0);
        assertThat(calls.of(incident, Viewer.guest())).isEmpty();
        assertThatThrownBy(() -> calls.answer(incident, Viewer.guest())).isInstanceOf(Refusal.class);
        assertThat(calls.live(World.NATIONAL, Viewer.guest())).isEmpty();
    }
}
