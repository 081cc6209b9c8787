package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.beffroi.incident.domain.AnIncident.AGENCY;
import static org.beffroi.incident.domain.AnIncident.CLAIRE;
import static org.beffroi.incident.domain.AnIncident.MARC;
import static org.beffroi.incident.domain.AnIncident.NIGHT;
import static org.beffroi.incident.domain.AnIncident.anIncident;
import static org.beffroi.incident.domain.AnIncident.by;
import static org.beffroi.incident.domain.AnIncident.judged;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.DeclarationAmended;
import org.beffroi.declaration.Stated;
import org.beffroi.incident.Conclusion;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.junit.jupiter.api.Test;

class IncidentTest {
    private final Incident incident =
            anIncident().declaring("origin", "MALICIOUS").open();

    @Test
    void waitsUntilSomebodyTakesIt() {
        assertThat(incident.status()).isEqualTo(Status.WAITING);
        incident.take(by(CLAIRE));
        assertThat(incident.status()).isEqualTo(Status.IN_HAND);
        assertThat(incident.allowedActions(MARC)).doesNotContain(Action.TAKE).contains(Action.ASSIGN);
    }

    @Test
    void saysWhoHasItToTheOneWhoComesTooLate() {
        incident.take(by(CLAIRE));
        assertThatThrownBy(() -> incident.take(by(MARC))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
            assertThat(refusal.arguments()).containsExactly("Claire Vasseur");
        });
    }

    @Test
    void goesFromOneHandToAnother() {
        incident.take(by(CLAIRE));
        incident.assign(MARC, by(CLAIRE));
        assertThat(incident.state().assignment())
                .isEqualTo(new State.Assignment(MARC.account(), "Marc Delorme", by(CLAIRE)));
        assertThatThrownBy(() -> incident.assign(MARC, by(CLAIRE))).hasMessageContaining("already-assigned");
    }

    @Test
    void letsAgenciesReadOnly() {
        assertThat(incident.allowedActions(AGENCY)).isEmpty();
    }

    @Test
    void refusesClosureBeforeTriage() {
        incident.resolve(NIGHT.plusSeconds(3600), by(CLAIRE));
        assertThatThrownBy(() -> incident.close(found(), by(CLAIRE))).hasMessageContaining("close-untriaged");
    }

    @Test
    void refusesToCallResolvedWhatIsNot() {
        incident.triage(judged("MALICIOUS", "NONE"), by(CLAIRE));
        assertThatThrownBy(() -> incident.close(found(), by(CLAIRE))).hasMessageContaining("close-unresolved");
    }

    @Test
    void refusesClosureOfAnAttackWithoutEntryPoint() {
        incident.triage(judged("MALICIOUS", "NONE"), by(CLAIRE));
        assertThatThrownBy(() -> incident.close(Conclusion.of("UNRESOLVED"), by(CLAIRE)))
                .isInstanceOfSatisfying(
                        FieldErrors.Invalid.class,
                        invalid -> assertThat(invalid.errors().of("entryPoint")).isPresent());
        assertThatThrownBy(() -> incident.close(new Conclusion("UNRESOLVED", "NOT_APPLICABLE", null, null), by(CLAIRE)))
                .hasMessageContaining("entry-point-malicious");
        assertThatThrownBy(() -> incident.close(new Conclusion("UNRESOLVED", "NOT_FOUND", null, null), by(CLAIRE)))
                .hasMessageContaining("entry-point-reason");
        assertThatThrownBy(() -> incident.close(new Conclusion("UNRESOLVED", "FOUND", null, null), by(CLAIRE)))
                .hasMessageContaining("entry-point-kind");
    }

    @Test
    void asksNoEntryPointOfWhatWasNoAttack() {
        incident.triage(judged("NON_MALICIOUS", "NONE"), by(CLAIRE));
        var closed = incident.close(Conclusion.of("UNRESOLVED"), by(CLAIRE));
        assertThat(closed.conclusion().entryPoint()).isEqualTo("NOT_APPLICABLE");
    }

    @Test
    void refusesClosureWhileWorseWasDeclaredThanTheDeskJudged() {
        incident.triage(judged("NON_MALICIOUS", "NONE"), by(CLAIRE));
        var declared = incident.declarations().getFirst();
        incident.amend(declared.amended(new DeclarationAmended(
                declared.declaration(),
                declared.reference(),
                World.NATIONAL,
                NIGHT.plusSeconds(9000),
                2,
                declared.structure(),
                Stated.of(Answers.NONE.with("care", "INTERRUPTED")))));
        assertThatThrownBy(() -> incident.close(Conclusion.of("UNRESOLVED"), by(CLAIRE)))
                .hasMessageContaining("close-worse-declared");
        incident.triage(judged("NON_MALICIOUS", "INTERRUPTED"), Who.of(CLAIRE, NIGHT.plusSeconds(9600)));
        incident.close(Conclusion.of("UNRESOLVED"), Who.of(CLAIRE, NIGHT.plusSeconds(9600)));
        assertThat(incident.status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void closesWhatIsNoIncidentWhateverWasDeclaredSince() {
        var other = anIncident().declaring("care", "INTERRUPTED").open();
        other.triage(judged("NON_MALICIOUS", "NONE"), Who.of(CLAIRE, NIGHT));
        other.close(Conclusion.of("FALSE_ALARM"), by(CLAIRE));
        assertThat(other.status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void closesWhatIsOutOfScopeAtOnce() {
        incident.close(Conclusion.of("OUT_OF_SCOPE"), by(CLAIRE));
        assertThat(incident.status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void forgetsNothingButTheEndWhenReopened() {
        incident.take(by(CLAIRE));
        incident.triage(judged("MALICIOUS", "DEGRADED"), by(CLAIRE));
        incident.resolve(NIGHT.plusSeconds(3600), by(CLAIRE));
        incident.close(found(), by(CLAIRE));
        assertThatThrownBy(() -> incident.reopen(" ", by(MARC))).isInstanceOf(FieldErrors.Invalid.class);
        incident.reopen("Encrypted again", by(MARC));
        assertThat(incident.status()).isEqualTo(Status.IN_HAND);
        assertThat(Urgency.reasons(incident.urgency())).containsExactly(Urgency.CARE_DEGRADED, Urgency.REOPENED);
    }

    @Test
    void refusesEverythingButRevisionsOnceClosed() {
        incident.close(Conclusion.of("FALSE_ALARM"), by(CLAIRE));
        assertThat(incident.allowedActions(CLAIRE)).containsExactly(Action.TRIAGE, Action.NOTE, Action.REOPEN);
        assertThatThrownBy(() -> incident.take(by(CLAIRE))).hasMessageContaining("refused.closed");
    }

    @Test
    void refusesResolutionInTheFutureAndBeforeTheDiscovery() {
        assertThatThrownBy(() -> incident.resolve(NIGHT.plusSeconds(9000), by(CLAIRE)))
                .hasMessageContaining("resolved-in-future");
        assertThatThrownBy(() -> incident.resolve(NIGHT.minusSeconds(1), by(CLAIRE)))
                .hasMessageContaining("resolved-before-found");
    }

    @Test
    void leadsToTheIncidentThatItsDeclarationsJoined() {
        var other = anIncident().with(anIncident().declared()).open();
        var joined = incident.join(other, other.declarations().getFirst(), all(other), by(CLAIRE));
        assertThat(joined).hasSize(2);
        assertThat(other.emptied()).isTrue();
        other.merge(incident, by(CLAIRE));
        assertThat(other.status()).isEqualTo(Status.MERGED);
        assertThat(other.allowedActions(CLAIRE)).isEmpty();
    }

    @Test
    void keepsItsNumberWhenOnlyASecondDeclarationLeaves() {
        var second = anIncident().declared();
        var other = anIncident().with(second).open();
        incident.join(other, second, Set.of(second.declaration()), by(CLAIRE));
        assertThat(other.emptied()).isFalse();
        assertThat(incident.declarations()).contains(second);
    }

    private static Set<UUID> all(Incident incident) {
        return incident.declarations().stream().map(Declared::declaration).collect(Collectors.toSet());
    }

    private static Conclusion found() {
        return new Conclusion("RESOLVED", "FOUND", "EMAIL", null);
    }
}
