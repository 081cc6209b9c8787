package org.beffroi.incident;

import java.util.List;
import org.beffroi.shared.Fact;
import org.jspecify.annotations.Nullable;

/**
 * How the desk judges an incident. Every code is of the vocabulary named after it; null is «no judgement, what was declared stays».
 *
 * @param inScope whether it is an incident that the desk handles
 * @param major one or more digital services hit and a degraded mode
 * @param grade vocabulary {@code health-code-grade} (CSP D.1111-16-2 II)
 * @param severity on our own scale: no official one is published
 * @param endangerment as the desk knows it; replaces what was declared
 * @param care vocabulary {@code care-effect}; replaces what was declared
 */
public record Assessment(
        boolean inScope,
        boolean major,
        @Nullable String grade,
        @Nullable String rsit,
        List<String> causes,
        @Nullable String origin,
        @Nullable String severity,
        @Nullable String endangerment,
        @Nullable String care) {

    public Assessment {
        causes = List.copyOf(causes);
    }

    Fact in(Fact fact) {
        return fact.with("inScope", inScope)
                .with("major", major)
                .with("grade", grade)
                .with("rsit", rsit)
                .with("causes", causes)
                .with("origin", origin)
                .with("severity", severity)
                .with("endangerment", endangerment)
                .with("care", care);
    }
}
