package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.beffroi.incident.domain.AnIncident.AGENCY;
import static org.beffroi.incident.domain.AnIncident.CLAIRE;
import static org.beffroi.incident.domain.AnIncident.NIGHT;
import static org.beffroi.incident.domain.AnIncident.anIncident;

import java.util.List;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.DeclarationVerified;
import org.beffroi.incident.Conclusion;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.incident.domain.QueueQuery.View;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Anybody may send declarations: however many come, those of structures are found. */
@BeffroiTest
class QueueVerifiedTest {
    @Autowired
    IncidentDesk desk;

    @Autowired
    Queue queue;

    @Autowired
    JdbcClient jdbc;

    private List<String> names(World world, @Nullable Boolean verified, Viewer viewer) {
        return page(world, verified, viewer).rows().stream()
                .map(row -> row.structure().name())
                .toList();
    }

    private Queue.Page page(World world, @Nullable Boolean verified, Viewer viewer) {
        return queue.page(new QueueQuery(View.OPEN, "32", "", world, verified, null, 1), viewer);
    }

    private void open(World world, String name, String care, boolean verified) {
        var declared = anIncident().in(name, "32").declaring("care", care).declared();
        desk.openFor(world, declared);
        if (verified) {
            desk.verify(new DeclarationVerified(
                    declared.declaration(),
                    declared.reference(),
                    world,
                    NIGHT.plusSeconds(3600),
                    DeclarationVerified.How.CALLED_BACK,
                    declared.structure(),
                    "Claire Vasseur"));
        }
    }

    @Test
    void ranksWhatIsVerifiedFirstAmongEqualsAndBelowWhatIsGraver() {
        for (var world : List.of(new World("queue-rank"), World.NATIONAL)) {
            open(world, "Guest, interrupted", "INTERRUPTED", false);
            open(world, "Guest, degraded", "DEGRADED", false);
            open(world, "Known, degraded", "DEGRADED", true);
            open(world, "Known, calm", "NONE", true);
            open(world, "Guest, calm", "NONE", false);
            assertThat(names(world, null, world.equals(World.NATIONAL) ? AGENCY : CLAIRE))
                    .containsExactly(
                            "Guest, interrupted", "Known, degraded", "Guest, degraded", "Known, calm", "Guest, calm");
        }
    }

    @Test
    void showsOnlyTheVerifiedOrOnlyThoseToCallBackAndCountsThese() {
        var world = new World("queue-flood");
        for (int i = 0; i < 3; i++) {
            open(world, "Guest", "INTERRUPTED", false);
        }
        open(world, "Known", "NONE", true);
        assertThat(names(world, true, CLAIRE)).containsExactly("Known");
        assertThat(names(world, false, CLAIRE)).containsExactly("Guest", "Guest", "Guest");
        assertThat(page(world, true, CLAIRE).unverified()).isEqualTo(3);
        assertThat(page(world, true, CLAIRE).counts()).containsEntry(View.OPEN, 1);
        assertThat(page(world, null, CLAIRE).counts()).containsEntry(View.OPEN, 4);
        desk.close(Hand.on(page(world, false, CLAIRE).rows().getFirst().id(), CLAIRE), Conclusion.of("FALSE_ALARM"));
        var over = queue.page(new QueueQuery(View.CLOSED, null, "", world, false, null, 1), CLAIRE);
        assertThat(over.rows()).hasSize(1);
        assertThat(over.unverified()).isZero();
    }

    @Test
    void leavesTheWayFreeOnceResolvedAlsoByOneThatIsVerified() {
        var world = new World("queue-resolved");
        open(world, "Over", "DEGRADED", true);
        open(world, "Guest, calm", "NONE", false);
        var over = page(world, true, CLAIRE).rows().getFirst();
        desk.resolve(Hand.on(over.id(), CLAIRE), NIGHT.plusSeconds(3600));
        assertThat(jdbc.sql("select urgency from incident.incident where id = :id")
                        .param("id", over.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void findsAFinessNumberHoweverItIsSpaced() {
        var world = new World("queue-finess");
        open(world, "CH de la Côte 170000087", "NONE", false);
        open(world, "Clinique", "NONE", false);
        for (var typed : List.of("170000087", "17 000 008 7", "17\u00a0000\u00a0008\u00a07", "17-000-008-7")) {
            assertThat(queue.page(new QueueQuery(View.OPEN, null, typed, world, 1), CLAIRE)
                            .rows())
                    .as(typed)
                    .hasSize(1);
        }
    }
}
