package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.beffroi.incident.domain.AnIncident.CLAIRE;
import static org.beffroi.incident.domain.AnIncident.MARC;
import static org.beffroi.incident.domain.AnIncident.anIncident;
import static org.beffroi.incident.domain.AnIncident.judged;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.incident.domain.IncidentJoins.Joining;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Two analysts at the same moment: one is done, the other is told, and nobody waits for ever. */
@BeffroiTest
class AtOnceTest {
    private static final World WORLD = new World("at-once");

    @Autowired
    IncidentDesk desk;

    @Autowired
    IncidentJoins joins;

    @Autowired
    IncidentStore store;

    private final Declared first = anIncident().declared();
    private final Declared second = anIncident().declared();

    @RepeatedTest(5)
    void takesAnIncidentOnce() throws Exception {
        var id = desk.openFor(WORLD, first);
        assertThat(atOnce(() -> desk.take(Hand.on(id, CLAIRE)), () -> desk.take(Hand.on(id, MARC))))
                .containsExactlyInAnyOrder("", "incident.refused.taken");
        assertThat(store.read(id).version()).isEqualTo(1);
    }

    @RepeatedTest(5)
    void judgesOnceWhatTwoHaveSeen() throws Exception {
        var id = desk.openFor(WORLD, first);
        assertThat(atOnce(
                        () -> desk.triage(new Hand(id, 0, CLAIRE), judged("UNKNOWN", "NONE")),
                        () -> desk.triage(new Hand(id, 0, MARC), judged("MALICIOUS", "NONE"))))
                .containsExactlyInAnyOrder("", "incident.refused.changed-meanwhile");
    }

    @RepeatedTest(5)
    void joinsCrosswiseOnce() throws Exception {
        var one = desk.openFor(WORLD, first);
        var other = desk.openFor(WORLD, second);
        assertThat(atOnce(
                        () -> joins.join(Hand.on(one, CLAIRE), Joining.of(second.declaration())),
                        () -> joins.join(Hand.on(other, MARC), Joining.of(first.declaration()))))
                .contains("")
                .anyMatch(refusal -> List.of("incident.refused.merged", "incident.refused.moved-meanwhile")
                        .contains(refusal));
        assertThat(List.of(store.read(one).status(), store.read(other).status()))
                .containsExactlyInAnyOrder(Status.WAITING, Status.MERGED);
        assertThat(store.read(one).declarations().size()
                        + store.read(other).declarations().size())
                .isEqualTo(2);
    }

    @RepeatedTest(5)
    void splitsOnce() throws Exception {
        var one = desk.openFor(WORLD, first);
        var other = desk.openFor(WORLD, second);
        joins.join(Hand.on(one, CLAIRE), Joining.of(second.declaration()));
        assertThat(atOnce(
                        () -> joins.split(Hand.on(one, CLAIRE), second.declaration(), "Mistake"),
                        () -> joins.split(Hand.on(one, MARC), second.declaration(), "Mistake")))
                .contains("")
                .anyMatch(refusal -> refusal.startsWith("incident.refused"));
        assertThat(store.read(other).declarations()).containsExactly(second);
        assertThat(store.read(one).declarations()).containsExactly(first);
    }

    /** What each was told; empty when it was done. */
    private static List<String> atOnce(Runnable one, Runnable other) throws Exception {
        var start = new CyclicBarrier(2);
        try (var people = Executors.newFixedThreadPool(2)) {
            var answers = List.of(people.submit(attempt(one, start)), people.submit(attempt(other, start)));
            return List.of(
                    answers.getFirst().get(20, TimeUnit.SECONDS),
                    answers.getLast().get(20, TimeUnit.SECONDS));
        }
    }

    private static Callable<String> attempt(Runnable deed, CyclicBarrier start) {
        return () -> {
            start.await(20, TimeUnit.SECONDS);
            try {
                deed.run();
                return "";
            } catch (Refusal refused) {
                return refused.key();
            }
        };
    }
}
