package org.beffroi.incident.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.directory.Structure;
import org.jspecify.annotations.Nullable;

/** One invented incident: what will happen to it and when, and, while it is played, what is known of it. */
final class Episode {
    final String key;
    final Structure structure;
    final Viewer declarant;
    final Instant foundAt;
    final List<Step> steps = new ArrayList<>();
    Answers answers;
    private @Nullable UUID declaration;
    private @Nullable UUID incident;

    /** @param key tells it from all others of its world */
    Episode(String key, Structure structure, Viewer declarant, Instant foundAt, Answers answers) {
        this.key = key;
        this.structure = structure;
        this.declarant = declarant;
        this.foundAt = foundAt;
        this.answers = answers;
    }

    /** What somebody does at one moment. */
    record Step(Instant at, Consumer<Episode> deed, Episode one) {
        void play() {
            deed.accept(one);
        }
    }

    void then(Instant at, Consumer<Episode> deed) {
        steps.add(new Step(at, deed, this));
    }

    void begun(UUID itsDeclaration, UUID itsIncident) {
        declaration = itsDeclaration;
        incident = itsIncident;
    }

    UUID declaration() {
        return Objects.requireNonNull(declaration);
    }

    UUID incident() {
        return Objects.requireNonNull(incident);
    }
}
