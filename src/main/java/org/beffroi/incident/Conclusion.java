package org.beffroi.incident;

import org.beffroi.shared.Fact;
import org.jspecify.annotations.Nullable;

/**
 * How an incident ended, and how the attacker came in.
 *
 * @param outcome code of the vocabulary {@code outcome}
 * @param entryPoint code of the vocabulary {@code entry-point}; null is taken for {@code NOT_APPLICABLE} where none is asked for
 * @param entryPointKind code of the vocabulary {@code entry-point-kind}, when found
 * @param entryPointUnknownReason code of the vocabulary {@code entry-point-unknown-reason}, when not found
 */
public record Conclusion(
        String outcome,
        @Nullable String entryPoint,
        @Nullable String entryPointKind,
        @Nullable String entryPointUnknownReason) {

    /** An outcome for which no entry point is asked. */
    public static Conclusion of(String outcome) {
        return new Conclusion(outcome, null, null, null);
    }

    /** Whether there was an incident to treat at all. */
    public boolean treated() {
        return outcome.equals("RESOLVED") || outcome.equals("UNRESOLVED");
    }

    Fact in(Fact fact) {
        return fact.with("outcome", outcome)
                .with("entryPoint", entryPoint)
                .with("entryPointKind", entryPointKind)
                .with("entryPointUnknownReason", entryPointUnknownReason);
    }
}
