package org.beffroi.incident.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident that may be the same as another one, or may have come the same way.
 *
 * @param reference of the declaration that gave it its number
 * @param structure name, as declared
 * @param reasons why it is proposed, the strongest first; never empty
 */
public record SimilarIncident(
        String reference,
        String structure,
        @Nullable String town,
        Instant declaredAt,
        boolean open,
        List<Reason> reasons) {

    public SimilarIncident {
        reasons = List.copyOf(reasons);
    }

    /** Each with what speaks for it, on a scale of our own. */
    public enum Reason {
        /** The structure declared within the same week. */
        SAME_STRUCTURE(4),
        /** The same thing was seen on machines or networks, or something that leads to the same place. */
        SAME_OBSERVABLE(3),
        /** A common cause and a common system, declared within three days. */
        SAME_CAUSE(1);

        private final int weight;

        Reason(int weight) {
            this.weight = weight;
        }

        int weight() {
            return weight;
        }
    }
}
