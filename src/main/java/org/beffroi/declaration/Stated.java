package org.beffroi.declaration;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.beffroi.shared.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The coded part of a declaration: what others may decide on and count. Null and empty mean «not known yet». Every code is of the
 * vocabulary named after it.
 *
 * @param kind declaration-kind; null: an incident
 * @param foundAt «constat»: when it was found; null only where an import does not say
 * @param care care-effect; null only where an import does not say
 * @param endangerment endangerment
 * @param state state of handling at that moment
 * @param providerName who runs or makes what failed, in the declarant's words: to find those who name the same one; never counted
 */
public record Stated(
        @Nullable String kind,
        @Nullable Instant foundAt,
        @Nullable Instant occurredAt,
        @Nullable String care,
        @Nullable String endangerment,
        @Nullable String state,
        @Nullable String origin,
        @Nullable String perimeter,
        @Nullable String reach,
        List<String> causes,
        List<String> systems,
        List<String> dataKinds,
        List<String> dataEffects,
        boolean helpWanted,
        List<String> supportKinds,
        @Nullable String providerName) {

    private static final Set<String> BEFORE_IT_HAPPENED = Set.of("NEAR_MISS", "THREAT");

    /** Something has happened: it is not a near miss, nor a threat. */
    public boolean happened() {
        return happened(kind);
    }

    /** @param kind declaration-kind; null: an incident */
    public static boolean happened(@Nullable String kind) {
        return kind == null || !BEFORE_IT_HAPPENED.contains(kind);
    }

    /** From clean answers to their coded part. */
    public static Stated of(Answers answers) {
        return new Stated(
                answers.one("kind").orElse(null),
                answers.one("foundAt").map(Instant::parse).orElse(null),
                answers.one("occurredAt").map(Instant::parse).orElse(null),
                answers.one("care").orElse(null),
                answers.one("endangerment").orElse(null),
                answers.one("state").orElse(null),
                answers.one("origin").orElse(null),
                answers.one("perimeter").orElse(null),
                answers.one("reach").orElse(null),
                answers.all("causes"),
                answers.all("systems"),
                answers.all("dataKinds"),
                answers.all("dataEffects"),
                answers.one("helpWanted").isPresent()
                        || !answers.all("supportKinds").isEmpty(),
                answers.all("supportKinds"),
                answers.one("providerName").orElse(null));
    }

    Fact in(Fact fact) {
        return fact.with("kind", kind)
                .with("foundAt", foundAt)
                .with("care", care)
                .with("endangerment", endangerment)
                .with("state", state)
                .with("origin", origin)
                .with("perimeter", perimeter)
                .with("reach", reach)
                .with("causes", causes)
                .with("systems", systems)
                .with("dataKinds", dataKinds)
                .with("dataEffects", dataEffects)
                .with("helpWanted", helpWanted)
                .with("supportKinds", supportKinds);
    }
}
