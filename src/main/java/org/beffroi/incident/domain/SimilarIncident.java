package org.beffroi.incident.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident that may be the same as another one, or may have come the same way.
 *
 * @param reference of the declaration that gave it its number
 * @param structure name, as declared
 * @param declaration the first one's identifier
 * @param care care-effect, as declared
 * @param provider who runs or makes what failed, in the declarant's words
 * @param reasons why it is proposed, the strongest first; never empty
 */
public record SimilarIncident(
        String reference,
        UUID declaration,
        String structure,
        @Nullable String town,
        Instant declaredAt,
        boolean open,
        @Nullable String care,
        @Nullable String provider,
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
        /** The same provider named, or declaring itself, within the same week. */
        SAME_PROVIDER(3),
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
