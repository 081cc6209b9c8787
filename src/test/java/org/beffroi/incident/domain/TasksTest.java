package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.beffroi.incident.domain.AnIncident.AGENCY;
import static org.beffroi.incident.domain.AnIncident.CLAIRE;
import static org.beffroi.incident.domain.AnIncident.MARC;
import static org.beffroi.incident.domain.AnIncident.anIncident;

import java.util.List;
import java.util.UUID;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.incident.domain.IncidentJoins.Joining;
import org.beffroi.incident.domain.Playbook.Party;
import org.beffroi.incident.domain.Task.Kind;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What has to be done tonight, and what became of it. */
@BeffroiTest
class TasksTest {
    @Autowired
    Tasks tasks;

    @Autowired
    Playbooks playbooks;

    @Autowired
    IncidentDesk desk;

    @Autowired
    IncidentJoins joins;

    private UUID hitBy(String cause) {
        return desk.openFor(
                World.NATIONAL, anIncident().declaring("causes", cause).declared());
    }

    private Task task(UUID incident, String key) {
        return tasks.of(incident, CLAIRE).tasks().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void proposesWhatFitsTheCause() {
        var sheet = tasks.of(hitBy("RANSOMWARE"), CLAIRE);
        assertThat(sheet.proposed()).extracting(Playbook::key).containsExactly("ransomware");
        assertThat(sheet.others()).hasSizeGreaterThan(6);
        assertThat(tasks.of(hitBy("EQUIPMENT_THEFT"), CLAIRE).proposed()).isEmpty();
    }

    @Test
    void copiesItsTasksWithTheirTimesAndOnlyOnce() {
        var incident = hitBy("RANSOMWARE");
        tasks.follow(incident, "ransomware", CLAIRE);
        tasks.follow(incident, "ransomware", MARC);
        var sheet = tasks.of(incident, MARC);
        assertThat(sheet.runs())
                .singleElement()
                .satisfies(run -> assertThat(run.by()).isEqualTo("Claire Vasseur"));
        assertThat(sheet.tasks())
                .hasSize(playbooks.require("ransomware").steps().size());
        assertThat(sheet.proposed()).isEmpty();
        assertThat(task(incident, "complaint").due())
                .isEqualTo(sheet.runs().getFirst().at().plusSeconds(72 * 3600));
    }

    @Test
    void whatComesBeforeIsToBeDoneBeforeOrAReasonGiven() {
        var incident = hitBy("RANSOMWARE");
        tasks.follow(incident, "ransomware", CLAIRE);
        var backups = task(incident, "backups");
        assertThat(backups.waits())
                .extracting(Playbook.Said::english)
                .containsExactly("Cut off what is hit, and the backups first");
        assertThatThrownBy(() -> tasks.step(incident, backups.id(), Kind.DONE, "", CLAIRE))
                .hasMessageContaining("incident.error.task-before");
        tasks.step(incident, task(incident, "isolate").id(), Kind.DONE, "", CLAIRE);
        assertThat(task(incident, "backups").waits()).isEmpty();
        tasks.step(incident, backups.id(), Kind.DONE, "", MARC);
        assertThat(task(incident, "backups").ended())
                .extracting("how", "by")
                .containsExactly(Kind.DONE, "Marc Delorme");
        tasks.step(incident, task(incident, "restore").id(), Kind.DONE, "Sauvegarde de la veille, poste neuf", MARC);
        assertThat(task(incident, "restore").open()).isFalse();
    }

    @Test
    void nothingToDoNeedsAReasonAndCanBeTakenUpAgain() {
        var incident = hitBy("RANSOMWARE");
        tasks.follow(incident, "ransomware", CLAIRE);
        var id = task(incident, "no-ransom").id();
        assertThatThrownBy(() -> tasks.step(incident, id, Kind.NOT_APPLICABLE, " ", CLAIRE))
                .hasMessageContaining("incident.error.task-not-applicable");
        tasks.step(incident, id, Kind.NOT_APPLICABLE, "Aucune demande de rançon", CLAIRE);
        assertThatThrownBy(() -> tasks.step(incident, id, Kind.DONE, "", CLAIRE))
                .isInstanceOf(Refusal.class);
        tasks.step(incident, id, Kind.REOPENED, "", MARC);
        assertThat(task(incident, "no-ransom").open()).isTrue();
        tasks.step(incident, id, Kind.OWNED, "la directrice", MARC);
        assertThat(task(incident, "no-ransom").owner()).isEqualTo("la directrice");
    }

    @Test
    void aTaskOfOnesOwnStandsWithTheOthers() {
        var incident = hitBy("RANSOMWARE");
        assertThatThrownBy(() -> tasks.set(incident, " ", null, null, CLAIRE)).isInstanceOf(FieldErrors.Invalid.class);
        tasks.set(incident, "Appeler l’hôpital voisin", Party.DIRECTION, AnIncident.NIGHT, CLAIRE);
        var sheet = tasks.of(incident, CLAIRE);
        assertThat(sheet.of(null))
                .singleElement()
                .satisfies(task -> assertThat(task.title().french()).isEqualTo("Appeler l’hôpital voisin"));
        assertThat(sheet.late()).isOne();
    }

    @Test
    void livesOnInTheIncidentThatItsOwnWasJoinedTo() {
        var stays = hitBy("RANSOMWARE");
        var joined = anIncident().in("Clinique des Hauts").declared();
        var other = desk.openFor(World.NATIONAL, joined);
        tasks.set(other, "Prévenir le laboratoire", null, null, CLAIRE);
        joins.join(Hand.on(stays, CLAIRE), Joining.of(joined.declaration()));
        var moved = tasks.of(stays, CLAIRE).tasks().getFirst();
        tasks.step(stays, moved.id(), Kind.DONE, "", CLAIRE);
        assertThat(tasks.of(stays, CLAIRE).done(null)).isOne();
    }

    @Test
    void isForTheDeskAlone() {
        var incident = hitBy("RANSOMWARE");
        tasks.follow(incident, "ransomware", CLAIRE);
        assertThat(tasks.of(incident, AGENCY).tasks()).isEmpty();
        assertThatThrownBy(() -> tasks.follow(incident, "malware", AGENCY)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() ->
                        tasks.step(hitBy("PHISHING"), task(incident, "paper").id(), Kind.DONE, "", CLAIRE))
                .as("a task of another incident")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theHousesOwnStandsInThePlaceOfOursUntilItIsTakenAway() {
        var own = """
                ---
                key: denial-of-service
                edition: ours-1
                causes: [DENIAL_OF_SERVICE]
                tasks:
                  - {key: call, party: PROVIDER}
                ---
                # Ours

                ## call: Call them
                """;
        assertThatThrownBy(() -> playbooks.hand(own, null, CLAIRE)).isInstanceOf(Refusal.class);
        playbooks.hand(own, null, MARC);
        var incident = hitBy("DENIAL_OF_SERVICE");
        tasks.follow(incident, "denial-of-service", CLAIRE);
        assertThat(playbooks.require("denial-of-service").own()).isTrue();
        playbooks.remove("denial-of-service", MARC);
        assertThat(playbooks.require("denial-of-service").steps()).hasSizeGreaterThan(3);
        assertThat(tasks.of(incident, CLAIRE).tasks())
                .as("what was begun stays as it was")
                .extracting(task -> task.title().english())
                .isEqualTo(List.of("Call them"));
    }
}
