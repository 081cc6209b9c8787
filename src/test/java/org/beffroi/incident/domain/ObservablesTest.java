package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.beffroi.incident.domain.AnIncident.CLAIRE;
import static org.beffroi.incident.domain.AnIncident.MARC;
import static org.beffroi.incident.domain.AnIncident.anIncident;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.incident.domain.IncidentJoins.Joining;
import org.beffroi.incident.domain.Observables.Seen;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was seen here, was it seen elsewhere? */
@BeffroiTest
class ObservablesTest {
    /** Of a region of this test alone: others count who waits in theirs. */
    private static final Viewer AGENCY =
            new Viewer(new UUID(0, 76), "ARS", Set.of(Role.AGENCY), Scope.regions(Set.of("76")));

    private static final String STRICT = "AMBER_STRICT";

    @Autowired
    Observables observables;

    @Autowired
    IncidentDesk desk;

    @Autowired
    IncidentJoins joins;

    private final Declared brittany =
            anIncident().in("Clinique des Hauts", "53").declared();
    private final Declared north =
            anIncident().in("Centre hospitalier du Nord", "76").declared();

    private UUID open(Declared declared) {
        return desk.openFor(World.NATIONAL, declared);
    }

    private List<String> elsewhere(UUID incident, String value, Viewer viewer) {
        return observables.of(incident, viewer).stream()
                .filter(seen -> seen.observable().value().equals(value))
                .findFirst()
                .map(Seen::elsewhere)
                .orElse(List.of("not there"));
    }

    @Test
    void findsTheSameInAnotherIncidentAtOnce() {
        var one = open(brittany);
        var other = open(north);
        observables.add(one, "hxxps://same-one[.]net/a.exe et CVE-2024-11111", STRICT, CLAIRE);
        assertThat(elsewhere(one, "CVE-2024-11111", CLAIRE)).isEmpty();
        observables.add(other, "same-one.net, cve-2024-11111", STRICT, MARC);
        assertThat(elsewhere(one, "CVE-2024-11111", CLAIRE))
                .containsExactly(north.reference().toString());
        assertThat(elsewhere(one, "https://same-one.net/a.exe", CLAIRE))
                .as("a URL and a domain that lead to the same place")
                .containsExactly(north.reference().toString());
        assertThat(elsewhere(other, "same-one.net", MARC))
                .containsExactly(brittany.reference().toString());
    }

    @Test
    void doesNotCompareWhatMeansSomethingElseInEachNetworkNorMailboxesOfOneHost() {
        var one = open(brittany);
        var other = open(north);
        observables.add(one, "10.20.30.40 serveur.local a@mail-host.net", STRICT, CLAIRE);
        observables.add(other, "10.20.30.40 serveur.local b@mail-host.net", STRICT, CLAIRE);
        assertThat(observables.of(one, CLAIRE))
                .allSatisfy(seen -> assertThat(seen.elsewhere()).isEmpty());
    }

    @Test
    void neverMixesWorlds() {
        var one = open(brittany);
        var drill = desk.openFor(new World("elsewhere"), north);
        observables.add(one, "two-worlds.net", STRICT, CLAIRE);
        observables.add(drill, "two-worlds.net", STRICT, CLAIRE);
        assertThat(elsewhere(one, "two-worlds.net", CLAIRE)).isEmpty();
    }

    @Test
    void tellsAnAgencyOnlyWhatMayBeSharedAndOnlyOfItsRegion() {
        var ours = open(north);
        var theirs = open(brittany);
        observables.add(ours, "shared-one.net", "AMBER", CLAIRE);
        observables.add(ours, "kept-one.net", STRICT, CLAIRE);
        observables.add(theirs, "shared-one.net", "CLEAR", CLAIRE);
        assertThat(observables.of(ours, AGENCY))
                .extracting(seen -> seen.observable().value())
                .containsExactly("shared-one.net");
        assertThat(elsewhere(ours, "shared-one.net", AGENCY)).isEmpty();
        assertThat(elsewhere(ours, "shared-one.net", CLAIRE))
                .containsExactly(brittany.reference().toString());
        assertThatThrownBy(() -> observables.of(brittany.reference().toString(), AGENCY))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void doesNotTellAnAgencyThatASecretOneWasSeenElsewhereInItsRegion() {
        var ours = open(north);
        var neighbour = anIncident().in("Clinique voisine", "76").declared();
        var next = open(neighbour);
        observables.add(ours, "secret-there.net", "GREEN", CLAIRE);
        observables.add(next, "secret-there.net", "RED", CLAIRE);
        assertThat(elsewhere(ours, "secret-there.net", AGENCY)).isEmpty();
        assertThat(elsewhere(ours, "secret-there.net", CLAIRE))
                .containsExactly(neighbour.reference().toString());
    }

    @Test
    void followsAnIncidentIntoTheOneItJoins() {
        var one = open(brittany);
        var other = open(north);
        observables.add(other, "joined-one.net", STRICT, CLAIRE);
        observables.add(one, "joined-one.net", STRICT, CLAIRE);
        joins.join(Hand.on(one, CLAIRE), Joining.of(north.declaration()));
        assertThat(observables.of(one, CLAIRE)).hasSize(2);
        assertThat(elsewhere(one, "joined-one.net", CLAIRE))
                .as("it is one incident now")
                .isEmpty();
        assertThatThrownBy(() -> observables.add(other, "late.net", STRICT, CLAIRE))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void takesEachOnceAndLetsItGo() {
        var one = open(brittany);
        assertThat(observables.add(one, "once.net once[.]net", STRICT, CLAIRE)).isOne();
        assertThat(observables.add(one, "once.net twice.net", STRICT, MARC)).isOne();
        var seen = observables.of(one, CLAIRE).getFirst();
        assertThat(seen.by()).isEqualTo("Claire Vasseur");
        observables.remove(one, seen.id(), MARC);
        assertThat(observables.of(one, CLAIRE)).hasSize(1);
        assertThatThrownBy(() -> observables.remove(one, seen.id(), MARC)).isInstanceOf(Refusal.class);
        var other = open(north);
        assertThatThrownBy(() -> observables.remove(
                        other, observables.of(one, CLAIRE).getFirst().id(), MARC))
                .as("by another incident’s address")
                .isInstanceOf(Refusal.class);
        assertThat(observables.add(one, "once.net", STRICT, CLAIRE))
                .as("it may come back")
                .isOne();
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        var one = open(brittany);
        assertThatThrownBy(() -> observables.add(one, "rien de tel", "PURPLE", CLAIRE))
                .isInstanceOfSatisfying(
                        FieldErrors.Invalid.class,
                        wrong -> assertThat(List.of(
                                        wrong.errors().of("observables").isPresent(),
                                        wrong.errors().of("tlp").isPresent()))
                                .containsOnly(true));
        var many = IntStream.range(0, Observables.MOST + 1)
                .mapToObj("host-%d.net"::formatted)
                .collect(Collectors.joining("\n"));
        assertThatThrownBy(() -> observables.add(one, many, STRICT, CLAIRE)).isInstanceOf(FieldErrors.Invalid.class);
        assertThatThrownBy(() -> observables.add(one, "x".repeat(100_001), STRICT, CLAIRE))
                .isInstanceOf(FieldErrors.Invalid.class);
        assertThat(observables.of(one, CLAIRE)).isEmpty();
    }

    private static String hosts(String name, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "%s-%d.net".formatted(name, i))
                .collect(Collectors.joining(" "));
    }

    @Test
    void lets500StandButNotOneMore() {
        var one = open(brittany);
        assertThat(observables.add(one, hosts("h", Observables.MOST), STRICT, CLAIRE))
                .isEqualTo(Observables.MOST);
        assertThat(observables.add(one, hosts("h", Observables.MOST), STRICT, CLAIRE))
                .as("the same list again brings nothing, and is no reason to refuse")
                .isZero();
        assertThatThrownBy(() -> observables.add(one, "one-more.net h-1.net", STRICT, CLAIRE))
                .isInstanceOf(FieldErrors.Invalid.class);
        assertThat(observables.of(one, CLAIRE)).hasSize(Observables.MOST);
    }

    @Test
    void hidesNoneOfTwoLongListsThatMeetInOneIncident() {
        var one = open(brittany);
        observables.add(one, hosts("left", 300), STRICT, CLAIRE);
        observables.add(open(north), hosts("right", 300), STRICT, CLAIRE);
        joins.join(Hand.on(one, CLAIRE), Joining.of(north.declaration()));
        assertThat(observables.of(one, CLAIRE)).hasSize(600);
    }

    @Test
    void areChangedByTheDeskAlone() {
        var ours = open(north);
        assertThatThrownBy(() -> observables.add(ours, "mine.net", "GREEN", AGENCY))
                .isInstanceOf(Refusal.class);
    }
}
