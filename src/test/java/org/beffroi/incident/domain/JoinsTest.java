package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.beffroi.incident.domain.AnIncident.CLAIRE;
import static org.beffroi.incident.domain.AnIncident.MARC;
import static org.beffroi.incident.domain.AnIncident.anIncident;
import static org.beffroi.incident.domain.AnIncident.judged;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.beffroi.incident.Conclusion;
import org.beffroi.incident.SeveritySignal;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.incident.domain.IncidentJoins.Joining;
import org.beffroi.incident.domain.TimelineEntry.Kind;
import org.beffroi.journal.Journal;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was joined can be looked at before, is all there afterwards, and can be taken out again. */
@BeffroiTest
class JoinsTest {
    private static final World WORLD = new World("joins-test");
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    @Autowired
    IncidentDesk desk;

    @Autowired
    IncidentJoins joins;

    @Autowired
    IncidentStore store;

    @Autowired
    TimelineStore timeline;

    @Autowired
    Journal journal;

    private final Declared first = anIncident().in("Hôpital").declared();
    private final Declared second = anIncident().in("Clinique").declared();
    private final Declared third = anIncident().in("Laboratoire").declared();

    @Test
    void tellsWhatHappenedToTheIncidentThatLivesOn() {
        var into = desk.openFor(WORLD, first);
        var from = desk.openFor(WORLD, second);
        desk.take(Hand.on(from, MARC));
        desk.triage(Hand.on(from, MARC), judged("MALICIOUS", "DEGRADED"));
        desk.note(from, "Called the laboratory", MARC);
        join(into, second, "Same provider");
        assertThat(timeline.of(into, CLAIRE))
                .filteredOn(entry -> second.reference().toString().equals(entry.of()))
                .extracting(TimelineEntry::kind, TimelineEntry::by)
                .containsExactlyInAnyOrder(tuple(Kind.TAKEN), tuple(Kind.TRIAGED), tuple(Kind.NOTED));
        assertThat(timeline.of(into, CLAIRE)).anySatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.JOINED);
            assertThat(entry.text()).isEqualTo("Same provider");
            assertThat(entry.of()).isNull();
        });
    }

    private static Tuple tuple(Kind kind) {
        return Tuple.tuple(kind, MARC.name());
    }

    @Test
    void goesOnByItselfAgainAsItStoodBefore() {
        var into = desk.openFor(WORLD, first);
        var from = desk.openFor(WORLD, second);
        desk.take(Hand.on(from, MARC));
        desk.triage(Hand.on(from, MARC), judged("MALICIOUS", "DEGRADED"));
        join(into, second, null);
        desk.note(into, "While together", CLAIRE);
        joins.split(Hand.on(into, CLAIRE), second.declaration(), "Another provider after all");

        var alone = store.read(from);
        assertThat(alone.status()).isEqualTo(Status.IN_HAND);
        assertThat(alone.declarations()).containsExactly(second);
        assertThat(alone.state().assignment()).isNotNull();
        assertThat(alone.state().triage()).isNotNull();
        assertThat(store.read(into).declarations()).containsExactly(first);
        assertThat(store.ofDeclaration(second.declaration())).contains(from);
        assertThat(timeline.of(into, CLAIRE))
                .extracting(TimelineEntry::kind)
                .contains(Kind.JOINED, Kind.SPLIT, Kind.NOTED)
                .doesNotContain(Kind.TRIAGED);
        assertThat(timeline.of(from, CLAIRE))
                .extracting(TimelineEntry::kind)
                .contains(Kind.LEFT, Kind.RETURNED, Kind.TAKEN, Kind.TRIAGED)
                .doesNotContain(Kind.NOTED);
        assertThat(timeline.of(from, CLAIRE)).anySatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.RETURNED);
            assertThat(entry.text()).isEqualTo("Another provider after all");
            assertThat(entry.other()).isEqualTo(first.reference().toString());
        });
    }

    @Test
    void tellsFiguresOfEveryStep() {
        var world = new World("joins-facts");
        var into = desk.openFor(world, first);
        desk.openFor(world, second);
        join(into, second, null);
        joins.split(Hand.on(into, CLAIRE), second.declaration(), "Mistake");
        assertThat(journal.asKnownAt(
                        FAR,
                        world,
                        List.of(
                                "incident.declaration-joined",
                                "incident.merged",
                                "incident.declaration-split",
                                "incident.revived")))
                .extracting(Journal.Recorded::type)
                .containsExactly(
                        "incident.declaration-joined",
                        "incident.merged",
                        "incident.declaration-split",
                        "incident.revived");
    }

    @Test
    void takesItsCompanyAlong() {
        var into = desk.openFor(WORLD, first);
        var middle = desk.openFor(WORLD, second);
        var last = desk.openFor(WORLD, third);
        join(middle, third, null);
        join(into, second, null);
        assertThat(store.read(into).declarations()).hasSize(3);
        joins.split(Hand.on(into, CLAIRE), second.declaration(), "Mistake");
        assertThat(store.read(middle).declarations()).containsExactly(second, third);
        assertThat(store.read(last).status()).isEqualTo(Status.MERGED);
        assertThat(store.read(into).declarations()).containsExactly(first);
    }

    @Test
    void takesOneOutOfACompanyThatStays() {
        var into = desk.openFor(WORLD, first);
        var middle = desk.openFor(WORLD, second);
        var last = desk.openFor(WORLD, third);
        join(middle, third, null);
        join(into, second, null);
        joins.split(Hand.on(into, CLAIRE), third.declaration(), "Mistake");
        assertThat(store.read(last).declarations()).containsExactly(third);
        assertThat(store.read(into).declarations()).containsExactly(first, second);
        joins.split(Hand.on(into, CLAIRE), second.declaration(), "Mistake too");
        assertThat(store.read(middle).declarations()).containsExactly(second);
    }

    @Test
    void goesOnFromOneIncidentToAnother() {
        var into = desk.openFor(WORLD, first);
        var middle = desk.openFor(WORLD, second);
        var last = desk.openFor(WORLD, third);
        join(middle, third, null);
        join(into, third, null);
        assertThat(store.read(middle).declarations()).containsExactly(second);
        assertThat(store.read(into).declarations()).containsExactly(first, third);
        desk.signal(new Harm(last));
        assertThat(store.read(into).state().severity()).isEqualTo("S4");
        assertThat(store.read(middle).state().severity()).isNull();
        joins.split(Hand.on(into, CLAIRE), third.declaration(), "Mistake");
        assertThat(store.read(last).declarations()).containsExactly(third);
    }

    @Test
    void canBeJoinedAgainAfterASplit() {
        var into = desk.openFor(WORLD, first);
        var from = desk.openFor(WORLD, second);
        join(into, second, null);
        joins.split(Hand.on(into, CLAIRE), second.declaration(), "Mistake");
        join(into, second, "No mistake");
        assertThat(store.read(from).status()).isEqualTo(Status.MERGED);
        assertThat(store.read(into).declarations()).hasSize(2);
        assertThat(timeline.of(into, CLAIRE))
                .filteredOn(entry -> entry.kind() == Kind.JOINED || entry.kind() == Kind.SPLIT)
                .extracting(TimelineEntry::kind)
                .containsExactly(Kind.JOINED, Kind.SPLIT, Kind.JOINED);
    }

    @Test
    void takesAlongWhatALaterModuleFoundOut() {
        var into = desk.openFor(WORLD, first);
        var from = desk.openFor(WORLD, second);
        join(into, second, null);
        desk.signal(new Harm(from));
        assertThat(store.read(into).state().severity()).isEqualTo("S4");
        joins.split(Hand.on(into, CLAIRE), second.declaration(), "Mistake");
        assertThat(store.read(into).state().severity()).isNull();
        assertThat(store.read(from).state().severity()).isEqualTo("S4");
    }

    @Test
    void refusesToTakeOutWhatCannotGo() {
        var into = desk.openFor(WORLD, first);
        assertThatThrownBy(() -> joins.split(Hand.on(into, CLAIRE), first.declaration(), "Mistake"))
                .hasMessageContaining("split-sole");
        desk.openFor(WORLD, second);
        join(into, second, null);
        assertThatThrownBy(() -> joins.split(Hand.on(into, CLAIRE), first.declaration(), "Mistake"))
                .hasMessageContaining("split-own");
        assertThatThrownBy(() -> joins.split(Hand.on(into, CLAIRE), second.declaration(), " "))
                .isInstanceOf(FieldErrors.Invalid.class);
        assertThatThrownBy(() -> joins.split(Hand.on(into, CLAIRE), third.declaration(), "Mistake"))
                .hasMessageContaining("moved-meanwhile");
        assertThatThrownBy(() -> joins.split(Hand.on(into, AnIncident.AGENCY), second.declaration(), "Mistake"))
                .hasMessageContaining("unknown");
        desk.close(Hand.on(into, CLAIRE), Conclusion.of("FALSE_ALARM"));
        assertThatThrownBy(() -> joins.split(Hand.on(into, CLAIRE), second.declaration(), "Mistake"))
                .hasMessageContaining("refused.closed");
        assertThat(store.read(into).declarations()).hasSize(2);
    }

    @Test
    void saysBeforehandWhatWillHappen() {
        var into = desk.openFor(WORLD, first);
        var from = desk.openFor(WORLD, second);
        desk.openFor(WORLD, third);
        join(from, third, null);
        desk.take(Hand.on(from, MARC));
        desk.take(Hand.on(into, CLAIRE));
        desk.triage(Hand.on(from, MARC), judged("MALICIOUS", "DEGRADED"));
        var whole = joins.plan(into, second.declaration(), CLAIRE);
        assertThat(whole.whole()).isTrue();
        assertThat(whole.moving()).containsExactly(second, third);
        assertThat(whole.changesHands()).isTrue();
        assertThat(whole.judgedGraver()).isTrue();
        assertThat(whole.reversible()).isTrue();
        var one = joins.plan(into, third.declaration(), CLAIRE);
        assertThat(one.whole()).isFalse();
        assertThat(one.left()).isEqualTo(1);
        assertThat(one.changesHands()).isFalse();
        assertThatThrownBy(() -> joins.plan(into, second.declaration(), AnIncident.AGENCY))
                .hasMessageContaining("unknown");
    }

    @Test
    void refusesEarlyWhatCannotBeJoined() {
        var into = desk.openFor(WORLD, first);
        assertThat(refusal(into, first)).isEqualTo("incident.refused.joined-already");
        desk.openFor(new World("joins-elsewhere"), second);
        assertThat(refusal(into, second)).isEqualTo("incident.refused.other-world");
        var closed = desk.openFor(WORLD, third);
        desk.close(Hand.on(closed, CLAIRE), Conclusion.of("FALSE_ALARM"));
        assertThat(refusal(into, third)).isEqualTo("incident.refused.join-closed");
        assertThat(refusal(closed, first)).isEqualTo("incident.refused.closed");
    }

    private String refusal(UUID into, Declared asked) {
        var refusal = joins.plan(into, asked.declaration(), CLAIRE).refusal();
        return refusal == null ? "" : refusal.key();
    }

    @Test
    void saysThatTheOtherWasChangedSinceItWasLookedAt() {
        var into = desk.openFor(WORLD, first);
        var from = desk.openFor(WORLD, second);
        var plan = joins.plan(into, second.declaration(), CLAIRE);
        desk.take(Hand.on(from, MARC));
        var joining = new Joining(second.declaration(), plan.from().version(), null);
        assertThatThrownBy(() -> joins.join(new Hand(into, plan.into().version(), CLAIRE), joining))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.arguments()).contains(MARC.name()));
        assertThat(store.read(from).status()).isEqualTo(Status.IN_HAND);
    }

    private record Harm(UUID incident) implements SeveritySignal {
        @Override
        public String severity() {
            return "S4";
        }

        @Override
        public String reasonKey() {
            return "test.harm";
        }

        @Override
        public Instant signalledAt() {
            return AnIncident.NIGHT;
        }
    }

    private void join(UUID into, Declared declared, @Nullable String because) {
        joins.join(Hand.on(into, CLAIRE), new Joining(declared.declaration(), null, because));
    }
}
