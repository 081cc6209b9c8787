package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.beffroi.incident.domain.AnIncident.CLAIRE;
import static org.beffroi.incident.domain.AnIncident.NIGHT;
import static org.beffroi.incident.domain.AnIncident.anIncident;
import static org.beffroi.incident.domain.AnIncident.judged;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.DeclarationAmended;
import org.beffroi.incident.Conclusion;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.incident.domain.IncidentJoins.Joining;
import org.beffroi.incident.domain.QueueQuery.View;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** To an agency neither reasons nor order nor age tell what another region declared. */
@BeffroiTest
class QueueScopeTest {
    @Autowired
    IncidentDesk desk;

    @Autowired
    IncidentJoins joins;

    @Autowired
    IncidentStore store;

    @Autowired
    Queue queue;

    @Test
    void ordersByWhatTheOwnRegionDeclared() {
        var calm = anIncident().in("Calm", "S1").declaring("care", "NONE").declared();
        var help = anIncident().in("Help", "S1").declaring("helpWanted", "true").declared();
        var degraded =
                anIncident().in("Degraded", "S1").declaring("care", "DEGRADED").declared();
        var foreign = anIncident()
                .in("Elsewhere", "S2")
                .declaring("endangerment", "PROVEN")
                .declared();
        var joined = desk.openFor(World.NATIONAL, calm);
        desk.openFor(World.NATIONAL, help);
        desk.openFor(World.NATIONAL, degraded);
        desk.openFor(World.NATIONAL, foreign);
        joins.join(Hand.on(joined, CLAIRE), Joining.of(foreign.declaration()));
        assertThat(names("S1")).containsExactly("Degraded", "Help", "Calm");
        assertThat(names("S2")).containsExactly("Elsewhere");
        desk.amend(worse(calm));
        assertThat(names("S1")).containsExactly("Calm", "Degraded", "Help");
        joins.split(Hand.on(joined, CLAIRE), foreign.declaration(), "Mistake");
        assertThat(names("S1")).containsExactly("Calm", "Degraded", "Help");
    }

    private static DeclarationAmended worse(Declared declared) {
        return new DeclarationAmended(
                declared.declaration(),
                declared.reference(),
                World.NATIONAL,
                NIGHT.plusSeconds(3600),
                2,
                declared.structure(),
                anIncident().declaring("care", "INTERRUPTED").declared().stated());
    }

    @Test
    void tellsTheAgeOfTheOwnDeclaration() {
        var early = at(anIncident().in("Elsewhere", "S4").declared(), NIGHT);
        var late = at(anIncident().in("Here", "S3").declared(), NIGHT.plusSeconds(7200));
        var between = at(anIncident().in("Between", "S3").declared(), NIGHT.plusSeconds(3600));
        var id = desk.openFor(World.NATIONAL, early);
        desk.openFor(World.NATIONAL, late);
        desk.openFor(World.NATIONAL, between);
        joins.join(Hand.on(id, CLAIRE), Joining.of(late.declaration()));
        assertThat(names("S3")).containsExactly("Between", "Here");
        assertThat(queue.page(query(View.OPEN, 1), agency("S3")).rows())
                .extracting(QueueRow::openedAt)
                .containsExactly(between.declaredAt(), late.declaredAt());
    }

    private static Declared at(Declared declared, Instant when) {
        return new Declared(
                declared.declaration(),
                declared.reference(),
                when,
                declared.channel(),
                null,
                null,
                1,
                when,
                declared.structure(),
                declared.stated());
    }

    @Test
    void followsAnIncidentThroughItsLife() {
        var first = anIncident().in("First", "S5").declaring("care", "DEGRADED").declared();
        var second = anIncident().in("Second", "S6").declared();
        var id = desk.openFor(World.NATIONAL, first);
        desk.openFor(World.NATIONAL, second);
        joins.join(Hand.on(id, CLAIRE), Joining.of(second.declaration()));
        for (var region : List.of("S5", "S6")) {
            assertThat(counts(region)).containsExactly(1, 0);
        }
        desk.close(Hand.on(id, CLAIRE), Conclusion.of("FALSE_ALARM"));
        for (var region : List.of("S5", "S6")) {
            assertThat(counts(region)).containsExactly(0, 1);
        }
        desk.reopen(Hand.on(id, CLAIRE), "After all");
        assertThat(queue.page(query(View.OPEN, 1), agency("S5"))
                        .rows()
                        .getFirst()
                        .reasons())
                .containsExactly(Urgency.CARE_DEGRADED, Urgency.REOPENED);
        assertThat(queue.page(query(View.OPEN, 1), agency("S6"))
                        .rows()
                        .getFirst()
                        .reasons())
                .containsExactly(Urgency.REOPENED);
        desk.resolve(Hand.on(id, CLAIRE), NIGHT.plusSeconds(7200));
        assertThat(queue.page(query(View.OPEN, 1), agency("S5"))
                        .rows()
                        .getFirst()
                        .reasons())
                .isEmpty();
    }

    @Test
    void pagesWithoutGapsAndWithoutDoubles() {
        var random = new Random(7);
        for (int i = 0; i < 120; i++) {
            desk.openFor(
                    World.NATIONAL,
                    anIncident()
                            .in("Structure " + i, "S7")
                            .declaring("care", random.nextBoolean() ? "NONE" : "DEGRADED")
                            .declared());
        }
        var seen = new ArrayList<UUID>();
        for (int page = 1; page <= 3; page++) {
            var shown = queue.page(query(View.OPEN, page), agency("S7"));
            shown.rows().forEach(row -> seen.add(row.id()));
            assertThat(shown.more()).isEqualTo(page < 3);
        }
        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
    }

    /** Whatever several regions declare of one incident: what SQL adds up is what the rules say of the same declarations. */
    @Test
    void addsUpInSqlWhatTheRulesSay() {
        var random = new Random(2026);
        for (int round = 0; round < 60; round++) {
            var region = "SX" + round;
            var all = new ArrayList<Declared>();
            for (int i = 0; i < 4; i++) {
                all.add(some(random, i % 2 == 0 ? region : "SY"));
            }
            var id = desk.openFor(World.NATIONAL, all.getFirst());
            for (var other : all.subList(1, 4)) {
                desk.openFor(World.NATIONAL, other);
                joins.join(Hand.on(id, CLAIRE), Joining.of(other.declaration()));
            }
            if (random.nextInt(3) == 0) {
                desk.triage(Hand.on(id, CLAIRE), judged("UNKNOWN", pick(random, "NONE", "DEGRADED", "INTERRUPTED")));
            }
            var state = store.read(id).state();
            assertThat(queue.page(query(View.OPEN, 1), agency(region)).rows())
                    .extracting(QueueRow::reasons)
                    .containsExactly(Urgency.reasons(List.of(all.get(0), all.get(2)), state));
        }
    }

    private static Declared some(Random random, String region) {
        return anIncident()
                .in("Structure", region)
                .declaring("care", pick(random, "NONE", "DEGRADED", "INTERRUPTED"))
                .declaring("endangerment", pick(random, "NONE", "POTENTIAL", "PROVEN"))
                .declaring("state", pick(random, "ONGOING", "RESOLVED", "ONGOING"))
                .declaring(random.nextBoolean() ? "helpWanted" : "note", "true")
                .declared();
    }

    private static String pick(Random random, String... codes) {
        return codes[random.nextInt(codes.length)];
    }

    private List<Integer> counts(String region) {
        var counts = queue.page(query(View.OPEN, 1), agency(region)).counts();
        return List.of(counts.get(View.OPEN), counts.get(View.CLOSED));
    }

    private List<String> names(String region) {
        return queue.page(query(View.OPEN, 1), agency(region)).rows().stream()
                .map(row -> row.structure().name())
                .toList();
    }

    private static QueueQuery query(View view, int page) {
        return new QueueQuery(view, null, "", World.NATIONAL, page);
    }

    private static Viewer agency(String region) {
        return new Viewer(UUID.randomUUID(), "ARS", Set.of(Role.AGENCY), Scope.regions(Set.of(region)));
    }
}
