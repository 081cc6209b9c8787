package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.beffroi.incident.domain.AnIncident.CLAIRE;
import static org.beffroi.incident.domain.AnIncident.anIncident;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Declarations;
import org.beffroi.incident.Conclusion;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.incident.domain.IncidentJoins.Joining;
import org.beffroi.incident.domain.QueueQuery.View;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each test has a region, or a world, of its own: the database is shared. */
@BeffroiTest
class QueueTest {
    @Autowired
    IncidentDesk desk;

    @Autowired
    IncidentJoins joins;

    @Autowired
    Queue queue;

    @Autowired
    CaseFiles files;

    @Autowired
    TimelineStore timeline;

    @Test
    void putsTheWorstFirstThenTheOldest() {
        var world = new World("queue-order");
        var help = declared("R1").declaring("helpWanted", "true").declared();
        var interrupted = declared("R1").declaring("care", "INTERRUPTED").declared();
        var laterInterrupted =
                later(declared("R1").declaring("care", "INTERRUPTED").declared());
        var endangered =
                later(declared("R1").declaring("endangerment", "PROVEN").declared());
        for (var declared : List.of(help, laterInterrupted, interrupted, endangered)) {
            desk.openFor(world, declared);
        }
        var page = queue.page(new QueueQuery(View.OPEN, null, "", world, 1), CLAIRE);
        assertThat(page.rows())
                .extracting(QueueRow::reference)
                .containsExactly(
                        reference(endangered), reference(interrupted), reference(laterInterrupted), reference(help));
        assertThat(page.rows().getFirst().reasons()).containsExactly(Urgency.ENDANGERMENT_PROVEN);
        assertThat(page.rows().getFirst().verified()).isFalse();
    }

    @Test
    void tellsMineFromThoseThatWaitAndThoseThatAreOver() {
        var world = new World("queue-views");
        var mine = desk.openFor(world, declared("R2").declared());
        var over = desk.openFor(world, declared("R2").declared());
        desk.openFor(world, declared("R2").declared());
        desk.take(Hand.on(mine, CLAIRE));
        desk.close(Hand.on(over, CLAIRE), Conclusion.of("FALSE_ALARM"));
        var page = queue.page(new QueueQuery(View.MINE, null, "", world, 1), CLAIRE);
        assertThat(page.rows()).extracting(QueueRow::id).containsExactly(mine);
        assertThat(page.counts())
                .containsEntry(View.OPEN, 2)
                .containsEntry(View.UNASSIGNED, 1)
                .containsEntry(View.CLOSED, 1);
    }

    @Test
    void findsByNameWithoutAccentsAndByNumber() {
        var world = new World("queue-search");
        var wanted = anIncident().in("Hôpital de la Forêt", "R3").declared();
        desk.openFor(world, wanted);
        desk.openFor(world, declared("R3").declared());
        assertThat(found(world, "foret hopital")).containsExactly(reference(wanted));
        assertThat(found(world, reference(wanted).replace("-", " ").toLowerCase(java.util.Locale.ROOT)))
                .containsExactly(reference(wanted));
        assertThat(found(world, "' or 1=1 --")).isEmpty();
    }

    @Test
    void showsAnAgencyItsRegionOnly() {
        var own = declared("Q4").declared();
        var id = desk.openFor(World.NATIONAL, own);
        var foreign = declared("Q5").declared();
        var other = desk.openFor(World.NATIONAL, foreign);
        var agency = agency("Q4");
        assertThat(seen(agency)).containsExactly(reference(own));
        assertThat(files.find(own.reference(), agency)).contains(id);
        assertThat(files.find(foreign.reference(), agency)).isEmpty();
        assertThat(files.declarations(other, agency)).isEmpty();
        assertThatThrownBy(() -> files.open(reference(foreign), agency))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @Test
    void refusesAnIncidentWhoseDeclarationsHaveJustLeft(@Autowired ApplicationContext context) {
        var declared = declared("Q13").declared();
        desk.openFor(World.NATIONAL, declared);
        var late = new CaseSearch(context.getBean(JdbcClient.class)) {
            @Override
            List<Seen> declarations(UUID incident, Viewer viewer) {
                return List.of();
            }
        };
        var emptied = new CaseFiles(
                context.getBean(IncidentStore.class),
                late,
                timeline,
                context.getBean(Declarations.class),
                context.getBean(Book.class));
        assertThatThrownBy(() -> emptied.open(reference(declared), CLAIRE))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @Test
    void knowsEachWorldOnceWhetherOpenOrOver() {
        var over = desk.openFor(new World("queue-zz-over"), declared("Q14").declared());
        desk.openFor(new World("queue-aa-open"), declared("Q14").declared());
        desk.openFor(new World("queue-aa-open"), declared("Q14").declared());
        desk.close(Hand.on(over, CLAIRE), Conclusion.of("FALSE_ALARM"));
        assertThat(queue.worlds(CLAIRE))
                .contains("queue-aa-open", "queue-zz-over")
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void showsOfASharedIncidentOnlyWhatIsInScope() {
        var first = declared("Q6").declared();
        var second = declared("Q7").declared();
        var id = desk.openFor(World.NATIONAL, first);
        desk.openFor(World.NATIONAL, second);
        joins.join(Hand.on(id, CLAIRE), Joining.of(second.declaration()));
        var agency = agency("Q7");
        assertThat(seen(agency)).containsExactly(reference(second));
        assertThat(files.declarations(id, agency)).containsExactly(second.declaration());
        assertThat(files.find(first.reference(), agency)).isEmpty();
        assertThat(timeline.of(id, agency).toString()).doesNotContain(reference(first));
        assertThat(queue.page(query(View.OPEN), agency).rows().getFirst().declarations())
                .isEqualTo(1);
    }

    @Test
    void givesAnAgencyNoReasonThatAnotherRegionDeclared() {
        var calm = declared("Q11").declaring("care", "NONE").declared();
        var grave = declared("Q12")
                .declaring("endangerment", "PROVEN")
                .declaring("systems", "HEALTH_RECORD")
                .declaring("perimeter", "REGION")
                .declaring("helpWanted", "true")
                .declared();
        var id = desk.openFor(World.NATIONAL, calm);
        desk.openFor(World.NATIONAL, grave);
        joins.join(Hand.on(id, CLAIRE), Joining.of(grave.declaration()));
        var agency = agency("Q11");
        assertThat(queue.page(query(View.OPEN), agency).rows())
                .extracting(QueueRow::reasons)
                .containsExactly(List.of());
        var file = files.open(reference(calm), agency);
        assertThat(file.reasons()).isEmpty();
        assertThat(file.proposals().grade()).isNull();
        assertThat(file.proposals().severity().value()).isEqualTo("S0");
        var whole = files.open(reference(calm), CLAIRE);
        assertThat(whole.reasons()).containsExactly(Urgency.ENDANGERMENT_PROVEN, Urgency.HELP_WANTED);
        assertThat(whole.proposals().severity().value()).isEqualTo("S4");
        assertThat(queue.page(query(View.OPEN), agency("Q12")).rows().getFirst().reasons())
                .containsExactly(Urgency.ENDANGERMENT_PROVEN, Urgency.HELP_WANTED);
    }

    @Test
    void keepsTheDesksNotesAtTheDesk() {
        var id = desk.openFor(World.NATIONAL, declared("Q8").declared());
        desk.note(id, "Between us", CLAIRE);
        assertThat(timeline.of(id, CLAIRE).toString()).contains("Between us");
        assertThat(timeline.of(id, agency("Q8")).toString()).doesNotContain("Between us");
    }

    @Test
    void letsOnlyTheDeskAct() {
        var id = desk.openFor(World.NATIONAL, declared("Q9").declared());
        assertThatThrownBy(() -> desk.take(Hand.on(id, agency("Q9")))).hasMessageContaining("refused.unknown");
    }

    @Test
    void showsDeclarantsNothingOfTheDesk() {
        var structure = UUID.randomUUID();
        var declared = anIncident().of(structure).declared();
        desk.openFor(World.NATIONAL, declared);
        var declarant =
                new Viewer(UUID.randomUUID(), "Nadia", Set.of(Role.DECLARANT), Scope.structures(Set.of(structure)));
        assertThat(files.find(declared.reference(), declarant)).isEmpty();
    }

    @Test
    void keepsOtherWorldsForTheDeskAndOnlyWhenAsked() {
        var world = new World("queue-worlds");
        var imported = declared("Q10").declared();
        desk.openFor(world, imported);
        assertThat(queue.page(new QueueQuery(View.OPEN, "Q10", "", World.NATIONAL, 1), CLAIRE)
                        .rows())
                .isEmpty();
        assertThat(queue.page(new QueueQuery(View.OPEN, "Q10", "", world, 1), CLAIRE)
                        .rows())
                .hasSize(1);
        assertThat(queue.page(new QueueQuery(View.OPEN, "Q10", "", world, 1), agency("Q10"))
                        .rows())
                .isEmpty();
        assertThat(files.find(imported.reference(), agency("Q10"))).isEmpty();
    }

    private static AnIncident declared(String region) {
        return anIncident().in("Centre hospitalier", region);
    }

    private static Declared later(Declared declared) {
        return new Declared(
                declared.declaration(),
                declared.reference(),
                declared.declaredAt().plusSeconds(3600),
                declared.channel(),
                null,
                null,
                1,
                declared.statedAt().plusSeconds(3600),
                declared.structure(),
                declared.stated());
    }

    private static Viewer agency(String region) {
        return new Viewer(UUID.randomUUID(), "ARS", Set.of(Role.AGENCY), Scope.regions(Set.of(region)));
    }

    private static String reference(Declared declared) {
        return declared.reference().toString();
    }

    private static QueueQuery query(View view) {
        return new QueueQuery(view, null, "", World.NATIONAL, 1);
    }

    private List<String> seen(Viewer viewer) {
        return queue.page(query(View.OPEN), viewer).rows().stream()
                .map(QueueRow::reference)
                .toList();
    }

    private List<String> found(World world, String text) {
        return queue.page(new QueueQuery(View.OPEN, null, text, world, 1), CLAIRE).rows().stream()
                .map(QueueRow::reference)
                .toList();
    }
}
