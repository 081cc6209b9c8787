package org.beffroi.incident.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Treatment;
import org.springframework.stereotype.Component;

/** What a declarant may know of the desk's work: where it stands and whose turn it is. No name, no judgement, no other structure. */
@Component
class Progresses implements Treatment {
    private static final Viewer BEFFROI = Viewer.system("Beffroi");

    private final IncidentStore store;
    private final TimelineStore timeline;

    Progresses(IncidentStore store, TimelineStore timeline) {
        this.store = store;
        this.timeline = timeline;
    }

    @Override
    public Optional<Progress> of(UUID declaration) {
        return store.ofDeclaration(declaration).map(store::read).map(incident -> progress(incident, declaration));
    }

    private Progress progress(Incident incident, UUID declaration) {
        var declared = incident.declarations().stream()
                .filter(known -> known.declaration().equals(declaration))
                .findFirst()
                .orElseThrow();
        var steps = Stream.concat(
                        Stream.of(new Step(declared.declaredAt(), "incident.step.received")),
                        timeline.of(incident.id(), BEFFROI).reversed().stream().flatMap(Progresses::step))
                .toList();
        var closure = incident.state().closure();
        return new Progress(
                stage(incident.status()),
                since(incident, declared),
                closure == null ? null : closure.conclusion().outcome(),
                expected(incident, declared),
                steps);
    }

    private static Stream<Step> step(TimelineEntry entry) {
        return switch (entry.kind()) {
            case TAKEN, RESOLVED, CLOSED, REOPENED ->
                Stream.of(new Step(
                        entry.at(), "incident.step." + entry.kind().name().toLowerCase(java.util.Locale.ROOT)));
            case DECLARED, AMENDED, VERIFIED, JOINED, LEFT, TRIAGED, NOTED, SIGNALLED -> Stream.empty();
        };
    }

    private static Stage stage(Status status) {
        return switch (status) {
            case WAITING -> Stage.RECEIVED;
            case IN_HAND -> Stage.IN_HAND;
            case RESOLVED -> Stage.RESOLVED;
            case CLOSED, MERGED -> Stage.CLOSED;
        };
    }

    private static Instant since(Incident incident, Declared declared) {
        var state = incident.state();
        return Stream.of(state.closure(), state.resolution(), state.assignment())
                .filter(Objects::nonNull)
                .map(Progresses::at)
                .findFirst()
                .orElse(declared.declaredAt());
    }

    private static Instant at(Object row) {
        return switch (row) {
            case State.Closure closure -> closure.who().at();
            case State.Resolution resolution -> resolution.resolvedAt();
            case State.Assignment assignment -> assignment.who().at();
            default -> throw new IllegalArgumentException(row.getClass().getName());
        };
    }

    /** Whose turn it is, the desk's first. */
    static List<Expected> expected(Incident incident, Declared declared) {
        var expected = new ArrayList<Expected>();
        var status = incident.status();
        if (!declared.verified() && incident.state().open()) {
            expected.add(new Expected("incident.expected.call-back", true));
        }
        switch (status) {
            case WAITING -> expected.add(new Expected("incident.expected.take", true));
            case IN_HAND -> {
                if (declared.stated().helpWanted()) {
                    expected.add(new Expected("incident.expected.help", true));
                }
                expected.add(new Expected("incident.expected.complete", false));
                expected.add(new Expected("incident.expected.resolution", false));
            }
            case RESOLVED -> {
                expected.add(new Expected("incident.expected.close", true));
                if (incident.malicious()) {
                    expected.add(new Expected("incident.expected.entry-point", false));
                }
            }
            case CLOSED, MERGED -> {}
        }
        return List.copyOf(expected);
    }
}
