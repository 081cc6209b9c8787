package org.beffroi.declaration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the treatment of a declaration stands. The incident, which comes later in the graph, answers; the declarant's page asks. */
public interface Treatment {
    Optional<Progress> of(UUID declaration);

    /** For a list: where each stands. One whose incident is not open yet is not in it. */
    Map<UUID, Stage> stages(Collection<UUID> declarations);

    /**
     * What a declarant may see: nothing internal, nothing of another structure.
     *
     * @param stage where it stands
     * @param outcome code of the vocabulary {@code outcome} once closed
     * @param expected message keys: what is expected, of the desk and of the structure
     */
    record Progress(Stage stage, Instant since, @Nullable String outcome, List<Expected> expected, List<Step> steps) {}

    /** Stages as a declarant understands them. */
    enum Stage {
        /** Waiting for somebody of the desk. */
        RECEIVED,
        /** Somebody of the desk is on it. */
        IN_HAND,
        /** The structure works again; the desk has yet to close. */
        RESOLVED,
        /** Over. */
        CLOSED
    }

    /** @param ofDesk true: the desk's turn; false: the structure's */
    record Expected(String key, boolean ofDesk) {}

    /** @param key message key of what happened */
    record Step(Instant at, String key) {}
}
