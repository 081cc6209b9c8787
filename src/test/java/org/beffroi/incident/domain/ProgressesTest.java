package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.beffroi.incident.domain.AnIncident.CLAIRE;
import static org.beffroi.incident.domain.AnIncident.NIGHT;
import static org.beffroi.incident.domain.AnIncident.anIncident;
import static org.beffroi.incident.domain.AnIncident.by;

import java.util.List;
import org.beffroi.declaration.Treatment.Expected;
import org.beffroi.incident.Conclusion;
import org.junit.jupiter.api.Test;

/** Whose turn it is, as the declarant is told. */
class ProgressesTest {
    @Test
    void isTheDesksTurnUntilSomebodyTakesIt() {
        assertThat(expected(anIncident().open()))
                .containsExactly("desk: incident.expected.call-back", "desk: incident.expected.take");
    }

    @Test
    void isBothTurnsWhileItIsTreated() {
        var incident = anIncident().declaring("helpWanted", "true").open();
        incident.take(by(CLAIRE));
        assertThat(expected(incident))
                .containsExactly(
                        "desk: incident.expected.call-back",
                        "desk: incident.expected.help",
                        "structure: incident.expected.complete",
                        "structure: incident.expected.resolution");
    }

    @Test
    void asksForTheEntryPointOnlyAfterAnAttack() {
        var attack = anIncident().declaring("origin", "MALICIOUS").open();
        attack.resolve(NIGHT.plusSeconds(60), by(CLAIRE));
        assertThat(expected(attack)).contains("structure: incident.expected.entry-point");
        var fault = anIncident().open();
        fault.resolve(NIGHT.plusSeconds(60), by(CLAIRE));
        assertThat(expected(fault)).doesNotContain("structure: incident.expected.entry-point");
    }

    @Test
    void isNobodysTurnOnceItIsOver() {
        var incident = anIncident().open();
        incident.close(Conclusion.of("FALSE_ALARM"), by(CLAIRE));
        assertThat(expected(incident)).isEmpty();
    }

    private static List<String> expected(Incident incident) {
        return Progresses.expected(incident, incident.declarations().getFirst()).stream()
                .map(ProgressesTest::said)
                .toList();
    }

    private static String said(Expected expected) {
        return (expected.ofDesk() ? "desk: " : "structure: ") + expected.key();
    }
}
