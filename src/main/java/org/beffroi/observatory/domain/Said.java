package org.beffroi.observatory.domain;

import java.time.Instant;
import java.util.List;
import org.beffroi.journal.Journal.Recorded;
import org.jspecify.annotations.Nullable;

/** What one version of a declaration says, in codes. Null and empty: not known at that moment. */
record Said(
        @Nullable Instant foundAt,
        @Nullable String care,
        @Nullable String endangerment,
        @Nullable String state,
        @Nullable String origin,
        List<String> causes,
        List<String> dataEffects,
        boolean helpWanted) {

    static Said in(Recorded fact) {
        var found = Codes.one(fact, "foundAt");
        return new Said(
                found == null ? null : Instant.parse(found),
                Codes.one(fact, "care"),
                Codes.one(fact, "endangerment"),
                Codes.one(fact, "state"),
                Codes.one(fact, "origin"),
                Codes.several(fact, "causes"),
                Codes.several(fact, "dataEffects"),
                Codes.yes(fact, "helpWanted"));
    }
}
