package org.beffroi.incident.rota.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.beffroi.access.Colleagues;
import org.beffroi.declaration.domain.Rehearsals;
import org.beffroi.incident.IncidentWork;
import org.beffroi.shared.SettableClock;
import org.beffroi.shared.World;
import org.beffroi.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Many at once wake nobody many times; an exercise wakes nobody. */
@ModuleTest
@Import(ANight.NoRounds.class)
class WaveAtNightTest extends ANight {
    private static final int MANY = 300;

    @Autowired
    Rehearsals rehearsals;

    @Autowired
    IncidentWork incidents;

    @Autowired
    ApplicationContext context;

    @Test
    void threeHundredOfOneOutageAreOneCall() {
        UUID last = declaresDegraded(0);
        for (int i = 1; i < MANY; i++) {
            last = declaresDegraded(i % 9);
        }
        for (int minute = 0; minute < 10; minute++) {
            roundAt(minute);
        }
        assertThat(rang()).containsExactly("Claire Vasseur");
        assertThat(call(last).incidents()).isEqualTo(MANY);
        assertThat(call(last).others()).isEqualTo(MANY - 1);
        var incident = last;
        at(10, () -> calls.answer(incident, claire));
        roundAt(10);
        assertThat(rang()).hasSize(1);
    }

    @Test
    void whatComesWhileACallGoesOnIsAddedToIt() {
        var first = declaresDegraded(0);
        roundAt(0);
        var graver = declares(3, "care", "INTERRUPTED");
        roundAt(3);
        assertThat(rang()).hasSize(1);
        assertThat(call(graver).id()).isEqualTo(call(first).id());
        roundAt(10);
        assertThat(telephone.calls).hasSize(3);
        // What is told outside is the number of the gravest.
        assertThat(telephone.calls.getLast().reference())
                .hasToString(call(first).reference());
        assertThat(jdbc.sql("select reference from incident.incident where id = :id")
                        .param("id", graver)
                        .query(String.class)
                        .single())
                .isEqualTo(call(first).reference());
    }

    @Test
    void whoHasJustAnsweredIsLeftInPeaceForAQuarterOfAnHour() {
        var first = declaresDegraded(0);
        roundAt(0);
        at(2, () -> calls.answer(first, claire));
        var second = declaresDegraded(3);
        var third = declaresDegraded(4);
        roundAt(5);
        roundAt(14);
        assertThat(rang()).hasSize(1);
        roundAt(15);
        assertThat(rang()).containsExactly("Claire Vasseur", "Claire Vasseur");
        assertThat(call(second).id())
                .isEqualTo(call(third).id())
                .isNotEqualTo(call(first).id());
    }

    @Test
    void whatSomebodyTakesMeanwhileIsNotCalledFor() {
        var first = declaresDegraded(0);
        roundAt(0);
        at(2, () -> calls.answer(first, claire));
        var second = declaresDegraded(3);
        roundAt(5);
        at(6, () -> work.take(second, claire));
        roundAt(15);
        assertThat(rang()).hasSize(1);
        assertThat(calls.of(second, claire)).isEmpty();
    }

    @Test
    void whatJoinedAnotherIncidentIsAnsweredThere() {
        var first = declaresDegraded(0);
        var second = declaresDegraded(1);
        roundAt(1);
        at(2, () -> {
            var declaration = jdbc.sql(
                            "select declaration_id from incident.incident_declaration where incident_id = :id")
                    .param("id", second)
                    .query(UUID.class)
                    .single();
            incidents.join(first, declaration, marc);
        });
        assertThat(call(first).incidents()).isEqualTo(2);
        at(3, () -> work.take(first, marc));
        roundAt(10);
        assertThat(rang()).hasSize(1);
        assertThat(call(first).isLive()).isFalse();
    }

    @Test
    void anExerciseShowsWhoWouldBeCalledAndCallsNobody() {
        // By day: the hour does not matter, those of the coming night are shown. Its clocks run 60 times faster.
        at(-9 * 60, () -> {
            var rehearsal = rehearsals.open("Nuit blanche", 60, samir);
            var incident = declares(rehearsal.world(), -9 * 60, "care", "DEGRADED");
            round.work();
            assertThat(call(incident).steps().getFirst().names()).containsExactly("Claire Vasseur");
            assertThat(call(incident).shownOnly()).isTrue();
            SettableClock.at(NIGHT.minusSeconds(9 * 3600 - 10), round::work);
            assertThat(call(incident).steps().getLast().names()).containsExactly("Claire Vasseur", "Marc Delorme");
            assertThat(calls.live(World.NATIONAL, claire)).isEmpty();
            assertThat(calls.live(rehearsal.world(), claire)).isPresent();
        });
        assertThat(telephone.calls).isEmpty();
    }

    @Test
    void aDemonstrationShowsWhoWouldBeCalledAndCallsNobody(
            @Autowired AlarmStore alarms,
            @Autowired CallStore store,
            @Autowired Rota rota,
            @Autowired CallDesk.Pace pace,
            @Autowired CallDesk.Output output,
            @Autowired Colleagues colleagues) {
        var demo = new CallDesk.Pace(pace.settings(), pace.rehearsing(), new CallDesk.Demo(true), pace.clock());
        assertThat(demo.showsOnly(World.NATIONAL)).isTrue();
        assertThat(pace.showsOnly(World.NATIONAL)).isFalse();
        var incident = declaresDegraded(0);
        at(
                0,
                () -> new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                        .executeWithoutResult(status -> {
                            var desk = new CallDesk(alarms, store, rota, colleagues, demo, output);
                            desk.look();
                            desk.begin();
                        }));
        assertThat(call(incident).steps()).hasSize(1);
        assertThat(telephone.calls).isEmpty();
    }
}
