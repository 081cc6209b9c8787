package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.beffroi.incident.domain.AnIncident.AGENCY;
import static org.beffroi.incident.domain.AnIncident.CLAIRE;
import static org.beffroi.incident.domain.AnIncident.anIncident;

import java.util.List;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.incident.domain.IncidentJoins.Joining;
import org.beffroi.incident.domain.QueueQuery.View;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The queue of one kind of declaration. */
@BeffroiTest
class QueueKindTest {
    @Autowired
    IncidentDesk desk;

    @Autowired
    IncidentJoins joins;

    @Autowired
    Queue queue;

    @Autowired
    SavedViews saved;

    @Autowired
    JdbcClient jdbc;

    private static Declared declared(String name, @Nullable String kind) {
        var incident = anIncident().in(name, "32").declaring("care", "NONE");
        return (kind == null ? incident : incident.declaring("kind", kind)).declared();
    }

    private Queue.Page page(World world, @Nullable String kind, String text, Viewer viewer) {
        return queue.page(new QueueQuery(View.OPEN, null, text, world, null, kind, 1), viewer);
    }

    private List<String> names(World world, @Nullable String kind) {
        return page(world, kind, "", CLAIRE).rows().stream()
                .map(row -> row.structure().name())
                .toList();
    }

    @Test
    void showsOneKindAndCountsIt() {
        var world = new World("queue-kind");
        desk.openFor(world, declared("Plain", null));
        desk.openFor(world, declared("Said so", "INCIDENT"));
        desk.openFor(world, declared("Near", "NEAR_MISS"));
        desk.openFor(world, declared("Threat", "THREAT"));
        assertThat(names(world, null)).hasSize(4);
        assertThat(names(world, "INCIDENT")).containsExactlyInAnyOrder("Plain", "Said so");
        assertThat(names(world, "NEAR_MISS")).containsExactly("Near");
        assertThat(names(world, "VOLUNTARY")).isEmpty();
        assertThat(page(world, "THREAT", "", CLAIRE).counts()).containsEntry(View.OPEN, 1);
        assertThat(page(world, "THREAT", "threat", CLAIRE).rows()).hasSize(1);
        assertThat(page(world, "THREAT", "near", CLAIRE).rows()).isEmpty();
        assertThat(queue.changes(
                                new QueueQuery(View.OPEN, null, "", world, null, "THREAT", 1), AnIncident.NIGHT, CLAIRE)
                        .fresh())
                .isEqualTo(1);
    }

    @Test
    void findsAnIncidentByWhatJoinedIt() {
        var world = new World("queue-kind-joined");
        var stays = desk.openFor(world, declared("Stays", null));
        var near = declared("Joins", "NEAR_MISS");
        desk.openFor(world, near);
        joins.join(Hand.on(stays, CLAIRE), Joining.of(near.declaration()));
        assertThat(names(world, "NEAR_MISS")).containsExactly("Joins");
        assertThat(names(world, "INCIDENT")).containsExactly("Stays");
    }

    @Test
    void tellsAnAgencyNothingOfTheKindThatAnotherRegionDeclared() {
        var own = declared("Ours", null);
        var foreign =
                anIncident().in("Theirs", "R7").declaring("kind", "THREAT").declared();
        var stays = desk.openFor(World.NATIONAL, own);
        desk.openFor(World.NATIONAL, foreign);
        joins.join(Hand.on(stays, CLAIRE), Joining.of(foreign.declaration()));
        var reference = own.reference().toString();
        assertThat(page(World.NATIONAL, "INCIDENT", reference, AGENCY).rows()).hasSize(1);
        assertThat(page(World.NATIONAL, "THREAT", reference, AGENCY).rows()).isEmpty();
        assertThat(page(World.NATIONAL, "THREAT", "", AGENCY).rows())
                .noneMatch(row -> row.reference().equals(reference));
    }

    @Test
    void aSavedViewKeepsIt() {
        var kept = saved.keep(
                "Menaces", false, new QueueQuery(View.OPEN, null, "", World.NATIONAL, null, "THREAT", 1), CLAIRE);
        assertThat(kept.address()).isEqualTo("view=open&kind=threat");
    }

    /** Those of a rare kind are few among many: no plan looks through all. */
    @Test
    void aRareKindIsFoundByItsIndex() {
        jdbc.sql("set enable_seqscan = off").update();
        var plan = String.join(
                "\n",
                jdbc.sql("""
                                explain select i.id from incident.incident i where i.world = 'national' and i.open
                                """ + QueueViews.amongThoseOf("THREAT").replace(":kind", "'THREAT'"))
                        .query(String.class)
                        .list());
        jdbc.sql("set enable_seqscan = on").update();
        assertThat(plan).contains("incident_declaration_kind");
    }
}
