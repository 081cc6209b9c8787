package org.beffroi.incident.rota.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.beffroi.incident.rota.domain.Call.CallStep;
import org.beffroi.shared.SettableClock;
import org.beffroi.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** A clock that was ahead, or an incident that cannot be read, lets nobody sleep who must be called. */
@ModuleTest
@Import(ANight.NoRounds.class)
class CallFaultsTest extends ANight {
    /** What was called for by a clock that was a day ahead was answered. */
    @Test
    void aClockThatWasAheadSilencesNoNight() {
        var tomorrow = 24 * 60;
        at(tomorrow - 600, () -> plan.put(List.of("2026-03-04/NIGHT"), 1, "marc@night.example", Map.of(), samir));
        var ahead = declaresDegraded(tomorrow);
        roundAt(tomorrow);
        at(tomorrow + 1, () -> calls.answer(ahead, marc));
        telephone.calls.clear();
        declaresDegraded(0);
        roundAt(0);
        assertThat(rang()).containsExactly("Claire Vasseur");
    }

    @Test
    void aCallOfATimeToComeBeginsAnewWhenTheClockIsPutRight() {
        var tomorrow = 24 * 60;
        var incident = declaresDegraded(tomorrow);
        roundAt(tomorrow);
        telephone.calls.clear();
        roundAt(0);
        assertThat(rang()).containsExactly("Claire Vasseur");
        assertThat(call(incident).beganAt()).isEqualTo(NIGHT);
        roundAt(10);
        assertThat(rang()).containsExactly("Claire Vasseur", "Claire Vasseur", "Marc Delorme");
        assertThat(call(incident).steps()).extracting(CallStep::step).containsExactly(1, 2);
    }

    /** The clocks of two nodes are never quite the same. */
    @Test
    void aNodeThatIsSomeSecondsBehindBeginsNothingAnew() {
        declaresDegraded(1);
        roundAt(1);
        SettableClock.at(NIGHT.plusSeconds(50), round::work);
        assertThat(telephone.calls).hasSize(1);
    }

    @Test
    void whoWorkedOnItWhileTheClockWasAheadIsNotAwakeByThat() {
        var incident = declares(0, "care", "NONE");
        roundAt(0);
        jdbc.sql(
                        "update incident.incident set changed_by = 'Marc Delorme', changed_at = :then, signalled = 'S4' where id = :id")
                .param("then", Timestamp.from(NIGHT.plus(Duration.ofDays(3))))
                .param("id", incident)
                .update();
        roundAt(1);
        assertThat(rang()).containsExactly("Claire Vasseur");
    }

    /** It cannot even be looked at; whom nobody has answered is called all the same. */
    @Test
    void oneThatCannotBeReadKeepsNoCallFromGoingOn() {
        declaresDegraded(0);
        roundAt(0);
        var broken = declaresDegraded(1);
        jdbc.sql("update incident.incident set world = 'rehearsal-No World' where id = :id")
                .param("id", broken)
                .update();
        roundAt(10);
        assertThat(rang()).containsExactly("Claire Vasseur", "Claire Vasseur", "Marc Delorme");
        jdbc.sql("update incident.incident set world = 'national' where id = :id")
                .param("id", broken)
                .update();
    }
}
