package org.beffroi.incident.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.declaration.Treatment;
import org.springframework.stereotype.Component;

/** What a declarant may know of the desk's work: where it stands and whose turn it is. No name, no judgement, no other structure. */
@Component
class Progresses implements Treatment {
    private final IncidentStore store;
    private final ProgressStore progress;

    Progresses(IncidentStore store, ProgressStore progress) {
        this.store = store;
        this.progress = progress;
    }

    @Override
    public Optional<Progress> of(UUID declaration) {
        return store.ofDeclaration(declaration).map(store::read).map(incident -> progress(incident, declaration));
    }

    @Override
    public Map<UUID, Stage> stages(Collection<UUID> declarations) {
        return declarations.isEmpty() ? Map.of() : progress.stages(declarations);
    }

    private Progress progress(Incident incident, UUID declaration) {
        var declared = incident.declared(declaration).orElseThrow();
        var steps = once(declared.declaredAt(), progress.steps(declaration));
        var closure = incident.state().closure();
        return new Progress(
                stage(incident.status()),
                since(incident, steps),
                closure == null ? null : closure.conclusion().outcome(),
                expected(incident, declared),
                steps);
    }

    /** Who of the desk has it in hand is the desk's own matter: handed over, it is not taken again. */
    private static List<Step> once(Instant declaredAt, List<Step> told) {
        var steps = new ArrayList<>(List.of(new Step(declaredAt, "incident.step.received")));
        for (var step : told) {
            if (!steps.getLast().key().equals(step.key())) {
                steps.add(step);
            }
        }
        return List.copyOf(steps);
    }

    private static Stage stage(Status status) {
        return switch (status) {
            case WAITING -> Stage.RECEIVED;
            case IN_HAND -> Stage.IN_HAND;
            case RESOLVED -> Stage.RESOLVED;
            case CLOSED, MERGED -> Stage.CLOSED;
        };
    }

    private static Instant since(Incident incident, List<Step> steps) {
        var resolution = incident.state().resolution();
        if (incident.status() == Status.RESOLVED && resolution != null) {
            return resolution.resolvedAt();
        }
        return (incident.status() == Status.WAITING ? steps.getFirst() : steps.getLast()).at();
    }

    /** Whose turn it is, the desk's first. */
    static List<Expected> expected(Incident incident, Declared declared) {
        if (declared.withdrawn()) {
            return List.of();
        }
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
