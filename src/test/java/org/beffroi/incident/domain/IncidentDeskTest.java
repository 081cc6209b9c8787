package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.beffroi.incident.domain.AnIncident.CLAIRE;
import static org.beffroi.incident.domain.AnIncident.MARC;
import static org.beffroi.incident.domain.AnIncident.NIGHT;
import static org.beffroi.incident.domain.AnIncident.anIncident;
import static org.beffroi.incident.domain.AnIncident.judged;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.declaration.DeclarationAmended;
import org.beffroi.declaration.DeclarationVerified;
import org.beffroi.declaration.Treatment;
import org.beffroi.incident.ClosureObjection;
import org.beffroi.incident.Conclusion;
import org.beffroi.incident.IncidentTaken;
import org.beffroi.incident.SeveritySignal;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.incident.domain.IncidentJoins.Joining;
import org.beffroi.journal.Journal;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.SettableClock;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@BeffroiTest
@Import(IncidentDeskTest.LaterModule.class)
class IncidentDeskTest {
    private static final World WORLD = new World("incident-desk-test");
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");
    private static final Instant MORNING = NIGHT.plusSeconds(6 * 3600);

    @Autowired
    IncidentDesk desk;

    @Autowired
    IncidentJoins joins;

    @Autowired
    IncidentStore store;

    @Autowired
    TimelineStore timeline;

    @Autowired
    Treatment treatment;

    @Autowired
    Journal journal;

    @Autowired
    ApplicationEventPublisher events;

    @TestConfiguration
    static class LaterModule {
        static Optional<UUID> held = Optional.empty();
        static Optional<UUID> broken = Optional.empty();

        @Bean
        ClosureObjection harmReview() {
            return incident -> {
                if (broken.filter(incident::equals).isPresent()) {
                    throw new IllegalStateException("review cannot be read");
                }
                return held.filter(incident::equals)
                        .map(id -> new ClosureObjection.Objection("test.review-pending", List.of()));
            };
        }
    }

    @Test
    void opensOneIncidentHoweverOftenItIsTold() {
        var declared = anIncident().declaring("care", "DEGRADED").declared();
        var first = desk.openFor(WORLD, declared);
        assertThat(desk.openFor(WORLD, declared)).isEqualTo(first);
        assertThat(facts("incident.opened", first)).hasSize(1);
        assertThat(store.read(first).declarations()).containsExactly(declared);
    }

    @Test
    void goesAllTheWayAndBackAgain() {
        var id = opened(anIncident().declaring("origin", "MALICIOUS"));
        at(MORNING, () -> desk.take(Hand.on(id, CLAIRE)));
        at(MORNING, () -> desk.triage(Hand.on(id, CLAIRE), judged("MALICIOUS", "DEGRADED")));
        at(MORNING, () -> desk.note(id, "Rappelée sur son portable.", CLAIRE));
        at(MORNING.plusSeconds(60), () -> desk.resolve(Hand.on(id, CLAIRE), MORNING));
        at(MORNING.plusSeconds(90), () -> desk.close(Hand.on(id, CLAIRE), found()));
        assertThat(store.read(id).status()).isEqualTo(Status.CLOSED);
        at(MORNING.plusSeconds(120), () -> desk.reopen(Hand.on(id, MARC), "Encrypted again"));

        var incident = store.read(id);
        assertThat(incident.status()).isEqualTo(Status.IN_HAND);
        assertThat(incident.state().reopening()).isNotNull();
        assertThat(timeline.of(id, CLAIRE))
                .extracting(TimelineEntry::kind)
                .containsExactlyInAnyOrder(
                        TimelineEntry.Kind.DECLARED,
                        TimelineEntry.Kind.TAKEN,
                        TimelineEntry.Kind.TRIAGED,
                        TimelineEntry.Kind.NOTED,
                        TimelineEntry.Kind.RESOLVED,
                        TimelineEntry.Kind.CLOSED,
                        TimelineEntry.Kind.REOPENED);
        assertThat(facts("incident.closed", id).getFirst().data()).containsEntry("entryPoint", "FOUND");
    }

    @Test
    void keepsTheEarlierTriageWhenRevised() {
        var id = opened(anIncident());
        desk.triage(Hand.on(id, CLAIRE), judged("UNKNOWN", "DEGRADED"));
        desk.triage(Hand.on(id, MARC), judged("MALICIOUS", "INTERRUPTED"));
        assertThat(timeline.of(id, CLAIRE))
                .filteredOn(entry -> entry.kind() == TimelineEntry.Kind.TRIAGED)
                .extracting(TimelineEntry::by)
                .containsExactlyInAnyOrder("Claire Vasseur", "Marc Delorme");
        assertThat(facts("incident.triaged", id)).hasSize(2);
    }

    @Test
    void saysWhoWasFasterInsteadOfOverwriting() {
        var id = opened(anIncident());
        var seen = store.read(id).version();
        at(MORNING, () -> desk.take(new Hand(id, seen, MARC)));
        assertThatThrownBy(() -> desk.triage(new Hand(id, seen, CLAIRE), judged("UNKNOWN", "NONE")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("incident.refused.changed-meanwhile");
                    assertThat(refusal.arguments()).containsExactly("Marc Delorme", MORNING);
                });
    }

    @Test
    void refusesCodesThatNoVocabularyKnows() {
        var id = opened(anIncident());
        assertThatThrownBy(() -> desk.triage(Hand.on(id, CLAIRE), judged("EVIL", "SOMEWHAT")))
                .isInstanceOfSatisfying(
                        FieldErrors.Invalid.class,
                        invalid -> assertThat(invalid.errors().all())
                                .extracting(FieldErrors.FieldError::field)
                                .containsExactly("origin", "care"));
        assertThat(store.read(id).state().triage()).isNull();
    }

    @Test
    void movesUpWhenTheStructureSaysThatItGotWorse() {
        var declared = anIncident().declaring("care", "NONE").declared();
        var id = desk.openFor(WORLD, declared);
        var worse = anIncident().declaring("care", "INTERRUPTED").declared();
        var third = amendment(declared, 3, worse);
        desk.amend(third);
        desk.amend(amendment(
                declared, 2, anIncident().declaring("care", "DEGRADED").declared()));
        desk.amend(third);
        assertThat(Urgency.reasons(store.read(id).urgency())).containsExactly(Urgency.CARE_INTERRUPTED);
        assertThat(timeline.of(id, CLAIRE))
                .filteredOn(entry -> entry.kind() == TimelineEntry.Kind.AMENDED)
                .extracting(TimelineEntry::subject)
                .containsExactlyInAnyOrder("2", "3");
    }

    @Test
    void marksWhatWasVerified() {
        var declared = anIncident().declared();
        var id = desk.openFor(WORLD, declared);
        desk.verify(new DeclarationVerified(
                declared.declaration(),
                declared.reference(),
                WORLD,
                MORNING,
                DeclarationVerified.How.CALLED_BACK,
                declared.structure(),
                "Claire Vasseur"));
        assertThat(store.read(id).declarations().getFirst().verifiedAt()).isEqualTo(MORNING);
    }

    @Test
    void joinsIncidentsAndKeepsTheTrace() {
        var first = opened(anIncident());
        var second = anIncident().declared();
        var emptied = desk.openFor(WORLD, second);
        joins.join(Hand.on(first, CLAIRE), Joining.of(second.declaration()));
        assertThat(store.read(first).declarations()).hasSize(2);
        assertThat(store.read(emptied).status()).isEqualTo(Status.MERGED);
        assertThat(store.ofDeclaration(second.declaration())).contains(first);
        assertThat(facts("incident.merged", emptied)).hasSize(1);
        assertThat(facts("incident.declaration-joined", first)).hasSize(1);
        assertThat(timeline.of(emptied, CLAIRE)).extracting(TimelineEntry::kind).contains(TimelineEntry.Kind.LEFT);
    }

    @Test
    void staysOpenWhileALaterModuleObjects() {
        var id = opened(anIncident());
        LaterModule.held = Optional.of(id);
        assertThatThrownBy(() -> desk.close(Hand.on(id, CLAIRE), Conclusion.of("FALSE_ALARM")))
                .hasMessageContaining("test.review-pending");
        LaterModule.held = Optional.empty();
        LaterModule.broken = Optional.of(id);
        assertThatThrownBy(() -> desk.close(Hand.on(id, CLAIRE), Conclusion.of("FALSE_ALARM")))
                .hasMessageContaining("objection-failed");
        LaterModule.broken = Optional.empty();
        assertThat(store.read(id).status()).isEqualTo(Status.WAITING);
    }

    @Test
    void growsGraverByASignalAndNeverLess() {
        var id = opened(anIncident());
        desk.triage(Hand.on(id, CLAIRE), judged("UNKNOWN", "DEGRADED"));
        desk.signal(new Harm(id, "S4"));
        desk.signal(new Harm(id, "S0"));
        assertThat(store.read(id).state().severity()).isEqualTo("S4");
    }

    @Test
    void tellsTheDeclarantWhoseTurnItIsAndNothingInternal() {
        var declared = anIncident().declaring("helpWanted", "true").declared();
        var id = desk.openFor(WORLD, declared);
        desk.take(Hand.on(id, CLAIRE));
        desk.note(id, "Secret", CLAIRE);
        var progress = treatment.of(declared.declaration()).orElseThrow();
        assertThat(progress.stage()).isEqualTo(Treatment.Stage.IN_HAND);
        assertThat(progress.expected())
                .extracting(Treatment.Expected::key)
                .containsExactly(
                        "incident.expected.call-back",
                        "incident.expected.help",
                        "incident.expected.complete",
                        "incident.expected.resolution");
        assertThat(progress.toString()).doesNotContain("Secret", "Claire");
    }

    private record Harm(UUID incident, String severity) implements SeveritySignal {
        @Override
        public String reasonKey() {
            return "test.harm";
        }

        @Override
        public Instant signalledAt() {
            return MORNING;
        }
    }

    private UUID opened(AnIncident incident) {
        return desk.openFor(WORLD, incident.declared());
    }

    private static void at(Instant when, Runnable work) {
        SettableClock.at(when, work);
    }

    private static Conclusion found() {
        return new Conclusion("RESOLVED", "FOUND", "EMAIL", null);
    }

    private static DeclarationAmended amendment(Declared declared, int version, Declared now) {
        return new DeclarationAmended(
                declared.declaration(),
                declared.reference(),
                WORLD,
                MORNING.plusSeconds(version),
                version,
                declared.structure(),
                now.stated());
    }

    /** The journal keeps hashes only: a fact of the same incident in another world tells which is ours. */
    private List<Journal.Recorded> facts(String type, UUID incident) {
        return journal.asKnownAt(FAR, WORLD, List.of(type)).stream()
                .filter(fact -> hash(incident).equals(fact.subjects().get("incident")))
                .toList();
    }

    private String hash(UUID incident) {
        var probe = new World("incident-probe");
        events.publishEvent(new IncidentTaken(incident, probe, MORNING));
        return String.valueOf(journal.asKnownAt(FAR, probe, List.of("incident.taken"))
                .getLast()
                .subjects()
                .get("incident"));
    }
}
