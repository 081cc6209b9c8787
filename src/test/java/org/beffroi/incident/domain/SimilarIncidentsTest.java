package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.beffroi.incident.domain.AnIncident.AGENCY;
import static org.beffroi.incident.domain.AnIncident.CLAIRE;
import static org.beffroi.incident.domain.AnIncident.anIncident;

import java.util.List;
import java.util.UUID;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.incident.domain.IncidentJoins.Joining;
import org.beffroi.incident.domain.SimilarIncident.Reason;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which incidents may be the same one, and why. */
@BeffroiTest
class SimilarIncidentsTest {
    /** Of its own for each test: whatever others declare is not like it. */
    private final World world =
            new World("alike-" + UUID.randomUUID().toString().substring(0, 8));

    @Autowired
    SimilarIncidents similar;

    @Autowired
    Observables observables;

    @Autowired
    IncidentDesk desk;

    @Autowired
    IncidentJoins joins;

    private List<String> references(UUID incident) {
        return similar.to(incident, CLAIRE).likeliest().stream()
                .map(SimilarIncident::reference)
                .toList();
    }

    private static AnIncident outage() {
        return anIncident()
                .declaring("causes", "PROVIDER_FAILURE")
                .declaring("systems", "HEALTH_RECORD", "PRESCRIPTION");
    }

    @Test
    void saysWhyAndPutsTheStrongestFirst() {
        var structure = UUID.randomUUID();
        var first = outage().of(structure).declared();
        var again = anIncident().of(structure).in("CH").declared();
        var sameHost = outage().in("Clinique").declared();
        var seen = anIncident().in("EHPAD").declared();
        var id = desk.openFor(world, first);
        desk.openFor(world, again);
        desk.openFor(world, sameHost);
        observables.add(desk.openFor(world, seen), "https://alike-one.net/x", "GREEN", CLAIRE);
        observables.add(id, "alike-one.net", "GREEN", CLAIRE);

        assertThat(similar.to(id, CLAIRE).likeliest())
                .extracting(SimilarIncident::reference, SimilarIncident::reasons)
                .containsExactly(
                        tuple(again.reference().toString(), List.of(Reason.SAME_STRUCTURE)),
                        tuple(seen.reference().toString(), List.of(Reason.SAME_OBSERVABLE)),
                        tuple(sameHost.reference().toString(), List.of(Reason.SAME_CAUSE)));
    }

    @Test
    void addsUpWhatSpeaksForIt() {
        var structure = UUID.randomUUID();
        var id = desk.openFor(world, outage().of(structure).declared());
        var weak = anIncident().of(structure).declared();
        var strong = outage().of(structure).declared();
        desk.openFor(world, weak);
        desk.openFor(world, strong);
        assertThat(references(id))
                .containsExactly(strong.reference().toString(), weak.reference().toString());
    }

    @Test
    void wantsACommonSystemToo() {
        var id = desk.openFor(world, outage().declared());
        desk.openFor(
                world,
                anIncident()
                        .declaring("causes", "PROVIDER_FAILURE")
                        .declaring("systems", "MESSAGING")
                        .declared());
        assertThat(references(id)).isEmpty();
    }

    @Test
    void countsAllOfAWaveAndShowsTheFirst() {
        var id = desk.openFor(world, outage().declared());
        for (int i = 0; i < 12; i++) {
            desk.openFor(world, outage().declared());
        }
        var found = similar.to(id, CLAIRE);
        assertThat(found.likeliest()).hasSize(SimilarIncidents.SHOWN);
        assertThat(found.all()).isEqualTo(12);
    }

    @Test
    void knowsWhatIsOneAlready() {
        var other = outage().declared();
        var id = desk.openFor(world, outage().declared());
        desk.openFor(world, other);
        joins.join(Hand.on(id, CLAIRE), Joining.of(other.declaration()));
        assertThat(references(id)).isEmpty();
    }

    @Test
    void neverMixesWorldsAndTellsTheDeskAlone() {
        var id = desk.openFor(world, outage().declared());
        desk.openFor(new World(world.code() + "x"), outage().declared());
        assertThat(references(id)).isEmpty();
        desk.openFor(world, outage().declared());
        assertThat(references(id)).hasSize(1);
        assertThat(similar.to(id, AGENCY).all()).isZero();
    }
}
