package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.beffroi.incident.domain.AnIncident.CLAIRE;
import static org.beffroi.incident.domain.AnIncident.MARC;
import static org.beffroi.incident.domain.AnIncident.NIGHT;
import static org.beffroi.incident.domain.AnIncident.anIncident;
import static org.beffroi.incident.domain.AnIncident.judged;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.beffroi.declaration.Treatment;
import org.beffroi.incident.Conclusion;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.incident.domain.IncidentJoins.Joining;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever the desk does, in whatever order, certain things stay true. */
@BeffroiTest
class LifePropertyTest {
    private static final int INCIDENTS = 5;
    private static final int STEPS = 120;
    private static final List<Action> ACTIONS = List.of(Action.values());

    /** What is refused for what was typed, and not for the state. */
    private static final List<String> NOT_THE_STATE = List.of(
            "incident.refused.already-assigned",
            "incident.refused.close-untriaged",
            "incident.refused.close-unresolved",
            "incident.refused.joined-already",
            "incident.refused.join-closed",
            "incident.refused.split-own",
            "incident.refused.moved-meanwhile");

    @Autowired
    IncidentDesk desk;

    @Autowired
    IncidentJoins joins;

    @Autowired
    IncidentStore store;

    @Autowired
    Treatment treatment;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void moveIn(@Autowired ApplicationContext context) {
        House.of(context);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4000})
    void neverBreaksWhatAlwaysHolds(long seed) {
        var random = new Random(seed);
        var world = new World("life-" + seed);
        var declared = Stream.generate(() -> declared(random)).limit(INCIDENTS).toList();
        var ids = declared.stream().map(each -> desk.openFor(world, each)).toList();
        var done = new ArrayList<String>();
        for (int step = 0; step < STEPS; step++) {
            var id = ids.get(random.nextInt(INCIDENTS));
            var action = ACTIONS.get(random.nextInt(ACTIONS.size()));
            var allowed = store.read(id).allowedActions(CLAIRE).contains(action);
            var refusal =
                    attempt(action, id, declared.get(random.nextInt(INCIDENTS)).declaration(), random);
            done.add(action + " on " + ids.indexOf(id) + ": " + refusal);
            if (!NOT_THE_STATE.contains(refusal)) {
                assertThat(refusal.isEmpty())
                        .as("allowed and not refused, or refused and not allowed: %s", done)
                        .isEqualTo(allowed);
            }
            ids.forEach(each -> holds(each, done));
            assertThat(ids.stream()
                            .flatMap(each -> store.read(each).declarations().stream())
                            .map(Declared::declaration))
                    .as("every declaration belongs to one incident: %s", done)
                    .containsExactlyInAnyOrderElementsOf(
                            declared.stream().map(Declared::declaration).toList());
        }
        assertThat(done).as("something was done").anyMatch(each -> each.endsWith(": "));
    }

    private static Declared declared(Random random) {
        return anIncident()
                .in("Structure", "L" + random.nextInt(2))
                .declaring("care", random.nextBoolean() ? "NONE" : "INTERRUPTED")
                .declaring("endangerment", random.nextBoolean() ? "NONE" : "POTENTIAL")
                .declared();
    }

    /** The key of the refusal; empty when it was done, or only the form was incomplete. */
    private String attempt(Action action, UUID id, UUID declaration, Random random) {
        var hand = Hand.on(id, random.nextBoolean() ? CLAIRE : MARC);
        try {
            act(action, hand, declaration, random);
            return "";
        } catch (Refusal refused) {
            return refused.key();
        } catch (FieldErrors.Invalid incomplete) {
            return "";
        }
    }

    private void act(Action action, Hand hand, UUID declaration, Random random) {
        switch (action) {
            case TAKE -> desk.take(hand);
            case ASSIGN -> desk.assign(hand, House.email("analyst"));
            case TRIAGE -> desk.triage(hand, judged(random.nextBoolean() ? "MALICIOUS" : "NON_MALICIOUS", "DEGRADED"));
            case NOTE -> desk.note(hand.incident(), "Note", hand.by());
            case RESOLVE -> desk.resolve(hand, NIGHT.plusSeconds(random.nextInt(3600)));
            case CLOSE ->
                desk.close(
                        hand,
                        random.nextBoolean()
                                ? Conclusion.of("FALSE_ALARM")
                                : new Conclusion("RESOLVED", "FOUND", "EMAIL", null));
            case REOPEN -> desk.reopen(hand, "Again");
            case JOIN -> joins.join(hand, Joining.of(declaration));
            case SPLIT -> joins.split(hand, declaration, "Mistake");
        }
    }

    private void holds(UUID id, List<String> done) {
        var incident = store.read(id);
        assertThat(jdbc.sql("select open, urgency from incident.incident where id = ?")
                        .param(id)
                        .query((row, number) -> row.getBoolean(1) + " " + row.getInt(2))
                        .single())
                .as("the queue’s copy: %s", done)
                .isEqualTo(incident.state().open() + " " + incident.urgency());
        assertThat(store.company(id)
                        .containsAll(incident.declarations().stream()
                                .map(Declared::declaration)
                                .toList()))
                .as("an incident holds what its family declared: %s", done)
                .isTrue();
        assertThat(incident.declarations().isEmpty())
                .as("merged is without declarations: %s", done)
                .isEqualTo(incident.status() == Status.MERGED);
        for (var declared : incident.declarations()) {
            var one = declared.declaration();
            assertThat(treatment.stages(Set.of(one)))
                    .as("a list says what its page says: %s", done)
                    .containsExactly(
                            Map.entry(one, treatment.of(one).orElseThrow().stage()));
            assertThat(jdbc.sql("select urgency from incident.incident_declaration where declaration_id = ?")
                            .param(declared.declaration())
                            .query((row, number) -> row.getObject(1))
                            .optional())
                    .as("each declaration’s own urgency: %s", done)
                    .isEqualTo(incident.urgencyBy(declared));
        }
        for (var table : List.of("assignment", "triage", "resolution", "closure", "merger")) {
            assertThat(jdbc.sql("select count(*) from incident." + table
                                    + " where incident_id = ? and ended_at is null")
                            .param(id)
                            .query(Integer.class)
                            .single())
                    .as("one live row of %s: %s", table, done)
                    .isLessThanOrEqualTo(1);
        }
    }
}
