package org.beffroi.declaration.domain;

import java.time.Instant;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Stated;

/** From clean answers to their coded part. */
final class Coding {
    private Coding() {}

    /** @param declaredAt stands for the time of discovery where an import does not say it */
    static Stated of(Answers answers, Instant declaredAt) {
        return new Stated(
                answers.one("foundAt").map(Instant::parse).orElse(declaredAt),
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
                answers.all("supportKinds"));
    }
}
