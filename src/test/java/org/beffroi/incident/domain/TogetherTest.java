package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.beffroi.incident.domain.AnIncident.AGENCY;
import static org.beffroi.incident.domain.AnIncident.CLAIRE;
import static org.beffroi.incident.domain.AnIncident.MARC;
import static org.beffroi.incident.domain.AnIncident.anIncident;

import java.util.Collections;
import java.util.List;
import org.beffroi.incident.Conclusion;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.incident.domain.Together.NotDone;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One deed on many incidents: each by itself. */
@BeffroiTest
class TogetherTest {
    private static final Conclusion FALSE_ALARM = new Conclusion("FALSE_ALARM", null, null, null);

    @Autowired
    Together together;

    @Autowired
    IncidentDesk desk;

    @Autowired
    CaseFiles files;

    private String open(String structure) {
        var declared = anIncident().in(structure).declared();
        desk.openFor(World.NATIONAL, declared);
        return declared.reference().toString();
    }

    private Status status(String reference) {
        return files.open(reference, CLAIRE).incident().status();
    }

    @Test
    void whatCannotBeDoneKeepsNothingElseFromBeingDone() {
        var one = open("A");
        var taken = open("B");
        var other = open("C");
        desk.take(Hand.on(files.require(taken, MARC), MARC));
        var outcome = together.take(List.of(one, taken, "BEF-2026-000001-X", other, one), CLAIRE);
        assertThat(outcome.done()).containsExactly(one, other);
        assertThat(outcome.notDone()).extracting(NotDone::reference).containsExactly(taken, "BEF-2026-000001-X");
        assertThat(outcome.notDone().getFirst().why().key()).isEqualTo("incident.refused.taken");
        assertThat(status(one)).isEqualTo(Status.IN_HAND);
    }

    @Test
    void closesWhatCanBeClosedWithOneOutcome() {
        var one = open("A");
        var closed = open("B");
        desk.close(Hand.on(files.require(closed, MARC), MARC), FALSE_ALARM);
        var outcome = together.close(List.of(one, closed), FALSE_ALARM, CLAIRE);
        assertThat(outcome.done()).containsExactly(one);
        assertThat(outcome.notDone()).extracting(NotDone::reference).containsExactly(closed);
        assertThat(status(one)).isEqualTo(Status.CLOSED);
    }

    @Test
    void theOthersJoinTheFirst() {
        var first = open("A");
        var second = open("B");
        var third = open("C");
        var outcome = together.join(List.of(first, second, third), CLAIRE);
        assertThat(outcome.done()).containsExactly(second, third);
        assertThat(files.open(first, CLAIRE).declared()).hasSize(3);
        assertThatThrownBy(() -> together.join(List.of(first), CLAIRE)).hasMessageContaining("join-two");
    }

    @Test
    void anOrderThatIsWrongForAllDoesNothing() {
        var one = open("A");
        assertThatThrownBy(() -> together.assign(List.of(one), "nobody@nowhere.example", CLAIRE))
                .isInstanceOf(FieldErrors.Invalid.class);
        assertThatThrownBy(() -> together.take(List.of(), CLAIRE)).hasMessageContaining("none-ticked");
        assertThatThrownBy(() -> together.take(
                        Collections.nCopies(Together.MOST + 1, "").stream()
                                .map(any -> String.valueOf(System.identityHashCode(new Object())))
                                .toList(),
                        CLAIRE))
                .hasMessageContaining("many-ticked");
        assertThat(status(one)).isEqualTo(Status.WAITING);
    }

    @Test
    void isForTheDeskAlone() {
        var one = open("A");
        assertThat(together.take(List.of(one), AGENCY).done()).isEmpty();
        assertThatThrownBy(() -> together.join(List.of(one, one + "x"), AGENCY)).isInstanceOf(Refusal.class);
    }
}
