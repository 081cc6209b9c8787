package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.beffroi.incident.domain.AnIncident.AGENCY;
import static org.beffroi.incident.domain.AnIncident.CLAIRE;
import static org.beffroi.incident.domain.AnIncident.MARC;
import static org.beffroi.incident.domain.AnIncident.anIncident;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.incident.domain.IncidentJoins.Joining;
import org.beffroi.incident.domain.LogEntry.Draft;
import org.beffroi.incident.domain.LogEntry.Kind;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The night as it is told afterwards. */
@BeffroiTest
class LogbookTest {
    @Autowired
    Logbook logbook;

    @Autowired
    IncidentDesk desk;

    @Autowired
    IncidentJoins joins;

    @Autowired
    Clock clock;

    private final Declared vallebrune =
            anIncident().in("Centre hospitalier de Vallebrune", "32").declared();

    private UUID open(Declared declared) {
        return desk.openFor(World.NATIONAL, declared);
    }

    private Instant ago(int minutes) {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(minutes, ChronoUnit.MINUTES);
    }

    private UUID decided(UUID incident, int minutesAgo, String what) {
        return logbook.write(incident, new Draft(Kind.DECISION, ago(minutesAgo), what, "la directrice"), CLAIRE);
    }

    @Test
    void tellsWhatHappenedInTheOrderInWhichItHappened() {
        var incident = open(vallebrune);
        decided(incident, 30, "Réseau coupé");
        logbook.write(incident, new Draft(Kind.FACT, ago(90), " Premiers postes chiffrés ", " le SAMU "), MARC);
        assertThat(logbook.of(incident, MARC))
                .extracting(LogEntry::text, LogEntry::saidBy, LogEntry::by)
                .containsExactly(
                        tuple("Premiers postes chiffrés", "le SAMU", "Marc Delorme"),
                        tuple("Réseau coupé", "la directrice", "Claire Vasseur"));
    }

    @Test
    void asksForAllThatIsMissingAtOnce() {
        var incident = open(vallebrune);
        assertThatThrownBy(() -> logbook.write(incident, new Draft(Kind.FACT, null, " ", ""), CLAIRE))
                .isInstanceOfSatisfying(
                        FieldErrors.Invalid.class,
                        wrong -> assertThat(wrong.errors().all())
                                .extracting("field")
                                .containsExactlyInAnyOrder("happenedAt", "what", "saidBy"));
        assertThatThrownBy(() -> decided(incident, -10, "Demain, peut-être"))
                .isInstanceOfSatisfying(
                        FieldErrors.Invalid.class,
                        wrong -> assertThat(wrong.errors().all())
                                .extracting("key")
                                .containsExactly("incident.error.log-in-future"));
        assertThat(logbook.of(incident, CLAIRE)).isEmpty();
    }

    @Test
    void strikesOutAndErasesNothing() {
        var incident = open(vallebrune);
        var wrong = decided(incident, 5, "Sauvegardes débranchées");
        logbook.strike(incident, wrong, "C’était l’autre site", MARC);
        assertThat(logbook.of(incident, CLAIRE)).singleElement().satisfies(entry -> {
            assertThat(entry.text()).isEqualTo("Sauvegardes débranchées");
            assertThat(entry.struck())
                    .extracting("because", "by")
                    .containsExactly("C’était l’autre site", "Marc Delorme");
        });
        assertThatThrownBy(() -> logbook.strike(incident, wrong, "Encore", MARC))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> logbook.strike(incident, wrong, " ", MARC)).isInstanceOf(FieldErrors.Invalid.class);
    }

    @Test
    void isForTheDeskAlone() {
        var incident = open(vallebrune);
        decided(incident, 5, "Réseau coupé");
        assertThat(logbook.of(incident, AGENCY)).isEmpty();
        assertThatThrownBy(() -> logbook.write(incident, new Draft(Kind.FACT, ago(1), "a", "b"), AGENCY))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void anotherIncidentsLineIsNotThere() {
        var line = decided(open(vallebrune), 5, "Réseau coupé");
        var other = open(anIncident().in("Clinique des Hauts").declared());
        assertThatThrownBy(() -> logbook.strike(other, line, "Par erreur", CLAIRE))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void livesOnInTheIncidentThatItsOwnWasJoinedTo() {
        var incident = open(vallebrune);
        var otherDeclared = anIncident().in("Clinique des Hauts").declared();
        decided(open(otherDeclared), 5, "Bloc arrêté");
        decided(incident, 9, "Réseau coupé");
        joins.join(Hand.on(incident, CLAIRE), Joining.of(otherDeclared.declaration()));
        assertThat(logbook.of(incident, CLAIRE))
                .extracting(LogEntry::text)
                .containsExactly("Réseau coupé", "Bloc arrêté");
    }
}
