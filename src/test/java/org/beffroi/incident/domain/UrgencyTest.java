package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.beffroi.incident.domain.AnIncident.CLAIRE;
import static org.beffroi.incident.domain.AnIncident.NIGHT;
import static org.beffroi.incident.domain.AnIncident.anIncident;
import static org.beffroi.incident.domain.AnIncident.by;
import static org.beffroi.incident.domain.AnIncident.judged;

import org.beffroi.declaration.DeclarationAmended;
import org.beffroi.shared.World;
import org.junit.jupiter.api.Test;

class UrgencyTest {
    @Test
    void putsPatientsFirstThenCareThenHelp() {
        var proven = anIncident().declaring("endangerment", "PROVEN").open();
        var potential = anIncident()
                .declaring("endangerment", "POTENTIAL")
                .declaring("care", "INTERRUPTED")
                .declaring("helpWanted", "true")
                .open();
        var interrupted = anIncident().declaring("care", "INTERRUPTED").open();
        var degraded = anIncident()
                .declaring("care", "DEGRADED")
                .declaring("helpWanted", "true")
                .open();
        var help = anIncident().declaring("helpWanted", "true").open();
        var none = anIncident().declaring("care", "NONE").open();
        assertThat(new Incident[] {proven, potential, interrupted, degraded, help, none})
                .isSortedAccordingTo((one, other) -> Integer.compare(other.urgency(), one.urgency()))
                .extracting(Incident::urgency)
                .doesNotHaveDuplicates();
    }

    @Test
    void saysWhy() {
        var incident = anIncident()
                .declaring("endangerment", "PROVEN")
                .declaring("care", "INTERRUPTED")
                .open();
        assertThat(Urgency.reasons(incident.urgency()))
                .containsExactly(Urgency.ENDANGERMENT_PROVEN, Urgency.CARE_INTERRUPTED);
    }

    @Test
    void takesTheWorstOfAllDeclarations() {
        var incident = anIncident()
                .declaring("care", "NONE")
                .with(anIncident().declaring("care", "INTERRUPTED").declared())
                .open();
        assertThat(Urgency.reasons(incident.urgency())).containsExactly(Urgency.CARE_INTERRUPTED);
    }

    @Test
    void believesTheDeskMoreThanTheDeclaration() {
        var incident = anIncident().declaring("care", "INTERRUPTED").open();
        incident.triage(judged("UNKNOWN", "NONE"), by(CLAIRE));
        assertThat(incident.urgency()).isZero();
    }

    @Test
    void hearsWhatGotWorseAfterTheTriage() {
        var declared = anIncident().declaring("care", "NONE").declared();
        var incident = anIncident().with(declared).open();
        incident.triage(judged("UNKNOWN", "NONE"), by(CLAIRE));
        incident.amend(declared.amended(new DeclarationAmended(
                declared.declaration(),
                declared.reference(),
                World.NATIONAL,
                by(CLAIRE).at().plusSeconds(600),
                2,
                declared.structure(),
                anIncident().declaring("care", "INTERRUPTED").declared().stated())));
        assertThat(Urgency.reasons(incident.urgency())).containsExactly(Urgency.CARE_INTERRUPTED);
    }

    @Test
    void doesNotHurryForCareThatIsGivenAgain() {
        var incident = anIncident()
                .declaring("care", "INTERRUPTED")
                .declaring("state", "RESOLVED")
                .open();
        assertThat(incident.urgency()).isZero();
    }

    @Test
    void leavesTheWayFreeOnceResolved() {
        var incident = anIncident().declaring("endangerment", "PROVEN").open();
        incident.resolve(NIGHT.plusSeconds(60), by(CLAIRE));
        assertThat(incident.urgency()).isZero();
    }
}
