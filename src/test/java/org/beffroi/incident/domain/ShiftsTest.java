package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.beffroi.incident.domain.AnIncident.AGENCY;
import static org.beffroi.incident.domain.AnIncident.CLAIRE;
import static org.beffroi.incident.domain.AnIncident.MARC;
import static org.beffroi.incident.domain.AnIncident.anIncident;

import java.util.UUID;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.incident.domain.IncidentJoins.Joining;
import org.beffroi.incident.domain.QueueQuery.View;
import org.beffroi.incident.domain.Shifts.Note;
import org.beffroi.incident.domain.Shifts.Shift;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** At the end of a night nothing is forgotten. */
@BeffroiTest
class ShiftsTest {
    @Autowired
    Shifts shifts;

    @Autowired
    IncidentDesk desk;

    @Autowired
    IncidentJoins joins;

    @Autowired
    QueueStore queue;

    private final Declared declared = anIncident().declared();

    private UUID open() {
        return desk.openFor(World.NATIONAL, declared);
    }

    private Shift shift(UUID incident) {
        return shifts.of(incident, CLAIRE).orElseThrow();
    }

    @Test
    void aNoteWaitsUntilTheNextOneHasIt() {
        var incident = open();
        shifts.handOver(incident, new Note("Rappelés", " Appeler à 8 h ", "La presse appelle"), CLAIRE);
        assertThat(shift(incident).waiting()).isNotNull().satisfies(note -> {
            assertThat(note.note().todo()).isEqualTo("Appeler à 8 h");
            assertThat(note.by()).isEqualTo("Claire Vasseur");
        });
        shifts.takeOver(incident, MARC);
        shifts.takeOver(incident, MARC);
        assertThat(shift(incident).waiting()).isNull();
        assertThat(shift(incident).before())
                .singleElement()
                .satisfies(note -> assertThat(note.takenBy()).isEqualTo("Marc Delorme"));
    }

    @Test
    void aLaterNoteTakesThePlaceOfOneThatWaits() {
        var incident = open();
        shifts.handOver(incident, new Note("", "Première", ""), CLAIRE);
        shifts.handOver(incident, new Note("", "Seconde", ""), MARC);
        assertThat(shift(incident).waiting())
                .isNotNull()
                .satisfies(note -> assertThat(note.note().todo()).isEqualTo("Seconde"));
        assertThat(shift(incident).before()).hasSize(1);
    }

    @Test
    void saysWhatIsToBeDoneNext() {
        var incident = open();
        assertThatThrownBy(() -> shifts.handOver(incident, new Note("Tout", " ", ""), CLAIRE))
                .isInstanceOf(FieldErrors.Invalid.class);
        assertThatThrownBy(() -> shifts.handOver(incident, new Note("", "x".repeat(5_000), ""), CLAIRE))
                .isInstanceOf(FieldErrors.Invalid.class);
    }

    @Test
    void whoFollowsItFindsItInTheQueue() {
        var incident = open();
        shifts.watch(incident, true, MARC);
        shifts.watch(incident, true, MARC);
        assertThat(shift(incident).watchers()).containsExactly("Marc Delorme");
        assertThat(shift(incident).watching()).isFalse();
        var followed = new QueueQuery(View.WATCHED, null, declared.reference().toString(), World.NATIONAL, 1);
        assertThat(queue.rows(followed, MARC, 10)).hasSize(1);
        assertThat(queue.rows(followed, CLAIRE, 10)).isEmpty();
        shifts.watch(incident, false, MARC);
        assertThat(queue.rows(followed, MARC, 10)).isEmpty();
    }

    @Test
    void livesOnInTheIncidentThatItsOwnWasJoinedTo() {
        var stays = open();
        var other = anIncident().declared();
        var joined = desk.openFor(World.NATIONAL, other);
        shifts.handOver(joined, new Note("", "Rappeler le laboratoire", ""), CLAIRE);
        shifts.watch(joined, true, MARC);
        joins.join(Hand.on(stays, CLAIRE), Joining.of(other.declaration()));
        assertThat(shift(stays).waiting()).isNotNull();
        assertThat(shift(stays).watchers()).containsExactly("Marc Delorme");
        var followed = new QueueQuery(View.WATCHED, null, declared.reference().toString(), World.NATIONAL, 1);
        assertThat(queue.rows(followed, MARC, 10)).hasSize(1);
    }

    @Test
    void isForTheDeskAlone() {
        var incident = open();
        assertThat(shifts.of(incident, AGENCY)).isEmpty();
        assertThatThrownBy(() -> shifts.watch(incident, true, AGENCY)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> shifts.handOver(incident, new Note("", "x", ""), AGENCY))
                .isInstanceOf(Refusal.class);
    }
}
