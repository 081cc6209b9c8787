package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.beffroi.incident.domain.AnIncident.CLAIRE;
import static org.beffroi.incident.domain.AnIncident.NIGHT;
import static org.beffroi.incident.domain.AnIncident.anIncident;
import static org.beffroi.incident.domain.AnIncident.judged;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.beffroi.access.Access;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.DeclarationAmended;
import org.beffroi.declaration.DeclarationVerified;
import org.beffroi.declaration.Sheet;
import org.beffroi.incident.SeveritySignal;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.incident.domain.IncidentJoins.Joining;
import org.beffroi.incident.domain.QueueQuery.View;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is told comes late, twice, in the wrong order, or while something else happens. */
@BeffroiTest
class HearingTest {
    private static final World WORLD = new World("hearing-test");
    private static final Instant MORNING = NIGHT.plusSeconds(6 * 3600);

    @Autowired
    IncidentDesk desk;

    @Autowired
    IncidentJoins joins;

    @Autowired
    IncidentStore store;

    @Autowired
    TimelineStore timeline;

    @Autowired
    Queue queue;

    @Test
    void hearsOfADeclarationThatIsBeingMoved(@Autowired ApplicationContext context) {
        var first = desk.openFor(WORLD, anIncident().declared());
        var moving = anIncident().declared();
        var emptied = desk.openFor(WORLD, moving);
        var rows = context.getBean(DeclaredRows.class);
        var interrupted = new IncidentStore(context.getBean(JdbcClient.class), rows, context.getBean(StateRows.class)) {
            @Override
            Incident hold(UUID id) {
                if (id.equals(emptied) && store.read(id).status() != Status.MERGED) {
                    joins.join(Hand.on(first, CLAIRE), Joining.of(moving.declaration()));
                }
                return super.hold(id);
            }
        };
        var slow = new IncidentDesk(
                interrupted,
                rows,
                context.getBean(CodeCheck.class),
                context.getBean(Objections.class),
                context.getBean(Access.class),
                context.getBean(Book.class));
        slow.verify(verification(moving));
        assertThat(store.read(first)
                        .declared(moving.declaration())
                        .orElseThrow()
                        .verifiedAt())
                .isEqualTo(MORNING);
    }

    @Test
    void keepsALaterVersionsStructureWhenTheVerificationComesAfterIt() {
        var declared = anIncident().in("Clinique", "H1").declared();
        var corrected =
                anIncident().in("Laboratoire", "H2").of(UUID.randomUUID()).declared();
        var id = desk.openFor(WORLD, declared);
        desk.amend(new DeclarationAmended(
                declared.declaration(),
                declared.reference(),
                WORLD,
                MORNING.plusSeconds(60),
                2,
                corrected.structure(),
                corrected.stated()));
        desk.verify(verification(declared));
        var known = store.read(id).declarations().getFirst();
        assertThat(known.structure()).isEqualTo(corrected.structure());
        assertThat(known.verifiedAt()).isEqualTo(MORNING);
    }

    @Test
    void takesTheStructureThatOnlyTheVerificationFound() {
        var typed = anIncident().in("Clinic of the wood").declared();
        var found =
                anIncident().in("Clinique du Bois", "H1").of(UUID.randomUUID()).declared();
        var id = desk.openFor(WORLD, typed);
        desk.amend(new DeclarationAmended(
                typed.declaration(), typed.reference(), WORLD, MORNING, 2, typed.structure(), typed.stated()));
        desk.verify(new DeclarationVerified(
                typed.declaration(),
                typed.reference(),
                WORLD,
                MORNING,
                DeclarationVerified.How.CALLED_BACK,
                found.structure(),
                "Marc Delorme"));
        assertThat(store.read(id).declarations().getFirst().structure()).isEqualTo(found.structure());
    }

    @Test
    void showsTheVerificationInWhateverOrderItIsHeard() {
        var inOrder = anIncident().declared();
        var first = desk.openFor(WORLD, inOrder);
        desk.verify(verification(inOrder));
        var verifiedBefore = anIncident().declared();
        var second = desk.openFor(WORLD, Declared.of(verifiedSheet(verifiedBefore)));
        desk.openFor(WORLD, verifiedBefore);
        desk.verify(verification(verifiedBefore));
        for (var id : List.of(first, second)) {
            assertThat(timeline.of(id, CLAIRE))
                    .filteredOn(entry -> entry.kind() == TimelineEntry.Kind.VERIFIED)
                    .extracting(TimelineEntry::at)
                    .containsExactly(MORNING);
        }
    }

    @Test
    void showsASignalInTheQueueAndToThoseWhoReadBeforeIt() {
        var world = new World("hearing-signal");
        var id = desk.openFor(world, anIncident().declared());
        assertThat(severities(world)).containsExactly((String) null);
        desk.triage(Hand.on(id, CLAIRE), judged("UNKNOWN", "DEGRADED"));
        var seen = store.read(id).version();
        desk.signal(new Harm(id, "S4"));
        desk.signal(new Harm(id, "S4"));
        assertThat(severities(world)).containsExactly("S4");
        assertThat(store.read(id).version()).isEqualTo(seen + 1);
        desk.signal(new Harm(id, "S0"));
        assertThat(severities(world)).containsExactly("S4");
    }

    @Test
    void takesASignalToTheIncidentThatGoesOn() {
        var world = new World("hearing-merged");
        var last = desk.openFor(world, anIncident().declared());
        var second = anIncident().declared();
        var middle = desk.openFor(world, second);
        var third = anIncident().declared();
        var merged = desk.openFor(world, third);
        desk.signal(new Harm(merged, "S2"));
        joins.join(Hand.on(middle, CLAIRE), Joining.of(third.declaration()));
        joins.join(Hand.on(last, CLAIRE), Joining.of(second.declaration()));
        assertThat(severities(world)).containsExactly("S2");
        desk.signal(new Harm(merged, "S3"));
        assertThat(severities(world)).containsExactly("S3");
        assertThat(store.read(last).state().severity()).isEqualTo("S3");
        assertThat(timeline.of(last, CLAIRE))
                .filteredOn(entry -> entry.kind() == TimelineEntry.Kind.SIGNALLED)
                .extracting(TimelineEntry::subject)
                .containsExactlyInAnyOrder("S2", "S3");
    }

    private record Harm(UUID incident, String severity) implements SeveritySignal {
        @Override
        public String reasonKey() {
            return "test.harm";
        }

        @Override
        public Instant signalledAt() {
            return MORNING;
        }
    }

    private List<String> severities(World world) {
        return queue.page(new QueueQuery(View.OPEN, null, "", world, 1), CLAIRE).rows().stream()
                .map(QueueRow::severity)
                .toList();
    }

    private static DeclarationVerified verification(Declared declared) {
        return new DeclarationVerified(
                declared.declaration(),
                declared.reference(),
                WORLD,
                MORNING,
                DeclarationVerified.How.CALLED_BACK,
                declared.structure(),
                "Claire Vasseur");
    }

    /** The declaration's module is always ahead of what it told. */
    private static Sheet verifiedSheet(Declared declared) {
        return new Sheet(
                declared.declaration(),
                declared.reference(),
                WORLD,
                declared.declaredAt(),
                declared.declaredAt(),
                declared.channel(),
                true,
                1,
                1,
                declared.statedAt(),
                declared.structure(),
                Answers.NONE.with("foundAt", NIGHT.toString()),
                List.of(),
                null);
    }
}
