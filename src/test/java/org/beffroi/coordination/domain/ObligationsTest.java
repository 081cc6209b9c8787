package org.beffroi.coordination.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.beffroi.coordination.domain.ASituation.FOUND;
import static org.beffroi.coordination.domain.ASituation.declaredBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.beffroi.coordination.Obligation;
import org.beffroi.incident.Assessment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObligationsTest {
    private final RuleBook book = ASituation.book();

    private static List<String> recipients(List<Obligation> obligations) {
        return obligations.stream().map(Obligation::recipient).toList();
    }

    private static Assessment judged(boolean inScope, boolean major, @Nullable String care, @Nullable String origin) {
        return new Assessment(inScope, major, null, null, List.of(), origin, null, null, care);
    }

    private Obligation one(Situation situation, String recipient) {
        return book.obligations(situation).stream()
                .filter(obligation -> obligation.recipient().equals(recipient))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aMajorIncidentIsAServiceHitAndADegradedMode() {
        var degraded = declaredBy("ES").care("DEGRADED");
        assertThat(one(degraded.known(), "FSSI").reason()).isEqualTo("every-declaration-nation");
        assertThat(one(degraded.systems("PRESCRIPTION").known(), "FSSI").reason())
                .isEqualTo("major-lead");
        assertThat(one(declaredBy("ES").care("NONE").systems("PRESCRIPTION").known(), "FSSI")
                        .reason())
                .isEqualTo("every-declaration-nation");
    }

    @Test
    void whatTheDeskJudgesReplacesWhatWasDeclared() {
        var declared = declaredBy("ES")
                .care("DEGRADED")
                .systems("PRESCRIPTION")
                .origin("MALICIOUS")
                .known();
        assertThat(recipients(book.obligations(declared.judged(judged(true, false, "NONE", "NON_MALICIOUS")))))
                .containsExactly("ARS", "FSSI");
        assertThat(recipients(book.obligations(declared.judged(judged(true, true, null, null)))))
                .containsExactly("ARS", "FSSI", "CORRUSS", "ANSM", "POLICE", "INSURER");
    }

    @Test
    void outOfScopeTheDeskTellsNobodyAndTheStructureKeepsItsOwnDuties() {
        var declared = declaredBy("OTHER").origin("MALICIOUS").known();
        assertThat(recipients(book.obligations(declared.judged(judged(false, false, null, null)))))
                .containsExactly("POLICE", "INSURER");
    }

    @Test
    void timeForTheCnilBeginsWhenTheStructureKnewOfTheData() {
        var later = FOUND.plusSeconds(20 * 86_400);
        var declared = declaredBy("ES").data("HEALTH", "DISCLOSED").known();
        assertThat(one(declared, "CNIL").due()).isEqualTo("2026-03-05T02:00:00Z");
        assertThat(one(declared.awareAt(later, Map.of()), "CNIL").due()).isEqualTo("2026-03-25T02:00:00Z");
    }

    @Test
    void inARehearsalThreeDaysMayPassInAnHourAndTheTimeBeforeItWasDeclaredTheSame() {
        var rehearsed = declaredBy("ES").data("HEALTH", "DISCLOSED").known().faster(60);
        assertThat(one(rehearsed, "CNIL").from()).isEqualTo("2026-03-02T03:58:00Z");
        assertThat(one(rehearsed, "CNIL").due()).isEqualTo("2026-03-02T05:10:00Z");
    }

    @Test
    void anAttackThatMayReachTheCountryIsForTheAnssi() {
        assertThat(recipients(book.obligations(
                        declaredBy("OTHER").perimeter("NATIONAL").known())))
                .contains("ANSSI");
        assertThat(recipients(book.obligations(
                        declaredBy("ES").reach("PROVIDER").origin("MALICIOUS").known())))
                .contains("ANSSI");
    }

    @Test
    void nis2IsOffUntilTheOperatorNamesIt() {
        var disturbed = declaredBy("ES").care("DEGRADED").known();
        assertThat(recipients(book.obligations(disturbed))).noneMatch(recipient -> recipient.startsWith("NIS2"));
        var due = ASituation.book("nis2").obligations(disturbed).stream()
                .filter(obligation -> obligation.recipient().startsWith("NIS2"))
                .map(Obligation::due)
                .toList();
        assertThat(due)
                .containsExactly(
                        Instant.parse("2026-03-03T02:00:00Z"),
                        Instant.parse("2026-03-05T02:00:00Z"),
                        // A month of the calendar in Paris, over the change to summer time.
                        Instant.parse("2026-04-05T01:00:00Z"));
    }

    @Test
    void theFinalReportIsDueAMonthAfterTheNotificationWasMade() {
        var notified =
                declaredBy("ES").care("DEGRADED").known().told(Map.of("NIS2_NOTIFICATION", FOUND.plusSeconds(3600)));
        assertThat(ASituation.book("nis2").obligations(notified).getLast().due())
                .isEqualTo("2026-04-02T02:00:00Z");
    }

    @Test
    void anOptionThatNoRecipientHasStopsTheStart() {
        assertThatThrownBy(() -> ASituation.book("nis3"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("names «nis3»");
    }
}
