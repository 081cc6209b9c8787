package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.beffroi.incident.domain.AnIncident.CLAIRE;
import static org.beffroi.incident.domain.AnIncident.MARC;
import static org.beffroi.incident.domain.AnIncident.NIGHT;
import static org.beffroi.incident.domain.AnIncident.anIncident;
import static org.beffroi.incident.domain.AnIncident.judged;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.DeclarationVerified;
import org.beffroi.declaration.Treatment;
import org.beffroi.incident.Conclusion;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.incident.domain.IncidentJoins.Joining;
import org.beffroi.incident.domain.TimelineEntry.Detail;
import org.beffroi.incident.domain.TimelineEntry.Kind;
import org.beffroi.shared.SettableClock;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who did what, when and why; and to each reader no more than is his. */
@BeffroiTest
class TimelineTest {
    private static final Instant MORNING = NIGHT.plusSeconds(6 * 3600);

    @Autowired
    IncidentDesk desk;

    @Autowired
    IncidentJoins joins;

    @Autowired
    TimelineStore timeline;

    @Autowired
    Treatment treatment;

    @Test
    void saysWhoVerifiedAndHow() {
        var declared = anIncident().declared();
        var id = desk.openFor(World.NATIONAL, declared);
        desk.verify(new DeclarationVerified(
                declared.declaration(),
                declared.reference(),
                World.NATIONAL,
                MORNING,
                DeclarationVerified.How.CALLED_BACK,
                declared.structure(),
                "Marc Delorme"));
        var entry = only(id, Kind.VERIFIED);
        assertThat(entry.by()).isEqualTo("Marc Delorme");
        assertThat(entry.text()).isEqualTo("CALLED_BACK");
    }

    @Test
    void tellsOneInstantInTheOrderOfAnIncidentsLife() {
        var id = desk.openFor(World.NATIONAL, anIncident().declared());
        at(MORNING, () -> {
            desk.take(Hand.on(id, CLAIRE));
            desk.triage(Hand.on(id, CLAIRE), judged("NON_MALICIOUS", "NONE"));
            desk.note(id, "Second", CLAIRE);
            desk.note(id, "First", CLAIRE);
            desk.close(Hand.on(id, CLAIRE), Conclusion.of("UNRESOLVED"));
        });
        assertThat(timeline.of(id, CLAIRE))
                .extracting(TimelineEntry::kind)
                .containsExactly(Kind.CLOSED, Kind.NOTED, Kind.NOTED, Kind.TRIAGED, Kind.TAKEN, Kind.DECLARED);
        assertThat(timeline.of(id, CLAIRE)).extracting(TimelineEntry::text).containsSubsequence("Second", "First");
    }

    @Test
    void saysWhatANewTriageChanged() {
        var id = desk.openFor(World.NATIONAL, anIncident().declared());
        at(MORNING, () -> desk.triage(Hand.on(id, CLAIRE), judged("UNKNOWN", "DEGRADED")));
        at(MORNING.plusSeconds(60), () -> desk.triage(Hand.on(id, MARC), judged("MALICIOUS", "DEGRADED")));
        var entries = timeline.of(id, CLAIRE).stream()
                .filter(entry -> entry.kind() == Kind.TRIAGED)
                .toList();
        assertThat(entries.getFirst().details())
                .containsExactly(new Detail("origin", "origin", List.of("UNKNOWN"), List.of("MALICIOUS")));
        assertThat(entries.getLast().details())
                .contains(
                        new Detail("major", null, null, List.of("false")),
                        new Detail("grade", "health-code-grade", null, List.of("GRAVE")));
    }

    @Test
    void saysOfTheClosureHowTheAttackerCameIn() {
        var id = desk.openFor(World.NATIONAL, anIncident().declared());
        desk.triage(Hand.on(id, CLAIRE), judged("MALICIOUS", "NONE"));
        desk.close(Hand.on(id, CLAIRE), new Conclusion("UNRESOLVED", "NOT_FOUND", null, "NO_TIME"));
        assertThat(only(id, Kind.CLOSED).details())
                .containsExactly(
                        new Detail("entryPoint", "entry-point", null, List.of("NOT_FOUND")),
                        new Detail("entryPointUnknownReason", "entry-point-unknown-reason", null, List.of("NO_TIME")));
    }

    @Test
    void saysSinceWhenAllIsWell() {
        var id = desk.openFor(World.NATIONAL, anIncident().declared());
        at(MORNING.plusSeconds(60), () -> desk.resolve(Hand.on(id, CLAIRE), MORNING));
        assertThat(only(id, Kind.RESOLVED).subject()).isEqualTo(MORNING.toString());
    }

    @Test
    void tellsAnAgencyThatItWasReopenedAndNotWhy() {
        var id = desk.openFor(World.NATIONAL, anIncident().in("Hôpital", "T1").declared());
        desk.close(Hand.on(id, CLAIRE), Conclusion.of("FALSE_ALARM"));
        desk.reopen(Hand.on(id, CLAIRE), "The neighbour says otherwise");
        assertThat(timeline.of(id, agency("T1")))
                .filteredOn(entry -> entry.kind() == Kind.REOPENED)
                .extracting(TimelineEntry::text)
                .containsExactly((String) null);
        assertThat(only(id, Kind.REOPENED).text()).isEqualTo("The neighbour says otherwise");
    }

    @Test
    void tellsAnAgencyOfAnotherRegionsIncidentNothing() {
        var own = anIncident().in("Hôpital", "T2").declared();
        var foreign = anIncident().in("Clinique", "T3").declared();
        var id = desk.openFor(World.NATIONAL, own);
        var other = desk.openFor(World.NATIONAL, foreign);
        desk.take(Hand.on(other, MARC));
        desk.note(other, "Between us", MARC);
        joins.join(Hand.on(id, CLAIRE), new Joining(foreign.declaration(), null, "Same firewall at Clinique"));
        desk.take(Hand.on(id, CLAIRE));

        assertThat(timeline.of(id, agency("T2")))
                .extracting(TimelineEntry::kind, TimelineEntry::by)
                .containsExactly(Tuple.tuple(Kind.TAKEN, CLAIRE.name()), Tuple.tuple(Kind.DECLARED, ""));
        var seen = timeline.of(id, agency("T3"));
        assertThat(seen)
                .extracting(TimelineEntry::kind)
                .contains(Kind.JOINED, Kind.DECLARED)
                .doesNotContain(Kind.NOTED);
        assertThat(seen).filteredOn(entry -> entry.kind() == Kind.TAKEN).hasSize(2);
        assertThat(seen.toString()).doesNotContain(own.reference().toString(), "Same firewall", "Between us");

        joins.split(Hand.on(id, CLAIRE), foreign.declaration(), "Not the same at Hôpital");
        assertThat(timeline.of(id, agency("T2")).toString())
                .doesNotContain(foreign.reference().toString());
        assertThat(timeline.of(other, agency("T3")).toString())
                .doesNotContain(own.reference().toString(), "Not the same");
    }

    @Test
    void tellsTheDeclarantOnlyWhatHappenedToItsOwn() {
        var before = NIGHT.plusSeconds(900);
        var first = anIncident().declared();
        var second = anIncident().declared();
        var id = desk.openFor(World.NATIONAL, first);
        desk.openFor(World.NATIONAL, second);
        at(before, () -> desk.take(Hand.on(id, CLAIRE)));
        at(before.plusSeconds(60), () -> desk.close(Hand.on(id, CLAIRE), Conclusion.of("FALSE_ALARM")));
        at(before.plusSeconds(120), () -> desk.reopen(Hand.on(id, CLAIRE), "After all"));
        at(MORNING, () -> joins.join(Hand.on(id, CLAIRE), Joining.of(second.declaration())));
        assertThat(steps(second)).containsExactly("received " + second.declaredAt(), "taken " + MORNING);
        var later = MORNING.plusSeconds(600);
        at(later, () -> joins.split(Hand.on(id, CLAIRE), second.declaration(), "Mistake"));
        at(later.plusSeconds(60), () -> desk.close(Hand.on(id, CLAIRE), Conclusion.of("FALSE_ALARM")));
        assertThat(steps(second)).containsExactly("received " + second.declaredAt(), "taken " + MORNING);
        var progress = treatment.of(second.declaration()).orElseThrow();
        assertThat(progress.stage()).isEqualTo(Treatment.Stage.RECEIVED);
        assertThat(progress.outcome()).isNull();
        assertThat(steps(first)).hasSize(5);
    }

    private List<String> steps(Declared declared) {
        return treatment.of(declared.declaration()).orElseThrow().steps().stream()
                .map(step -> step.key().replace("incident.step.", "") + " " + step.at())
                .toList();
    }

    private TimelineEntry only(UUID incident, Kind kind) {
        var entries = timeline.of(incident, CLAIRE).stream()
                .filter(entry -> entry.kind() == kind)
                .toList();
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    private static void at(Instant when, Runnable work) {
        SettableClock.at(when, work);
    }

    private static Viewer agency(String region) {
        return new Viewer(UUID.randomUUID(), "ARS", Set.of(Role.AGENCY), Scope.regions(Set.of(region)));
    }
}
