package org.beffroi.observatory.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.beffroi.journal.Journal.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a declaration says, in codes. Null and empty: not known at that moment.
 *
 * @param kind null: an incident
 */
record Said(
        @Nullable String kind,
        @Nullable Instant foundAt,
        @Nullable String care,
        @Nullable String endangerment,
        @Nullable String state,
        @Nullable String origin,
        List<String> causes,
        List<String> dataEffects,
        boolean helpWanted) {

    private static final Set<String> BEFORE_IT_HAPPENED = Set.of("NEAR_MISS", "THREAT");

    /** A near miss and a threat are told, but are no incidents. */
    boolean happened() {
        return kind == null || !BEFORE_IT_HAPPENED.contains(kind);
    }

    static Said in(Recorded fact) {
        var found = FactCodes.one(fact, "foundAt");
        return new Said(
                FactCodes.one(fact, "kind"),
                found == null ? null : Instant.parse(found),
                FactCodes.one(fact, "care"),
                FactCodes.one(fact, "endangerment"),
                FactCodes.one(fact, "state"),
                FactCodes.one(fact, "origin"),
                FactCodes.several(fact, "causes"),
                FactCodes.several(fact, "dataEffects"),
                FactCodes.yes(fact, "helpWanted"));
    }
}
