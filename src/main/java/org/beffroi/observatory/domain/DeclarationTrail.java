package org.beffroi.observatory.domain;

import java.time.Instant;
import java.util.Objects;
import org.beffroi.journal.Journal.Recorded;
import org.jspecify.annotations.Nullable;

/** One declaration, as its facts are read one after the other. */
final class DeclarationTrail {
    private long saidAt = -1;
    private long stoodAt = -1;
    private long movedAt = -1;
    private long confirmedAt = -1;
    private boolean withdrawn;
    private @Nullable Instant declaredAt;
    private @Nullable Said first;
    private @Nullable Said latest;
    private boolean verified;
    private @Nullable String structure;
    private @Nullable String country;
    private @Nullable String group;
    private @Nullable String region;
    private boolean obliged;
    private @Nullable String incident;

    void received(Recorded fact) {
        declaredAt = fact.happenedAt();
        first = Said.in(fact);
        says(fact, first);
        verified = verified || FactCodes.yes(fact, "verified");
        stands(fact);
    }

    void amended(Recorded fact) {
        says(fact, Said.in(fact));
        stands(fact);
    }

    private void says(Recorded fact, Said said) {
        if (fact.position() >= saidAt) {
            saidAt = fact.position();
            latest = said;
        }
    }

    void verified(Recorded fact) {
        verified = true;
        stands(fact);
    }

    /** That it is not confirmed, or is after all: of the two that stands which was written last. */
    void confirmed(Recorded fact) {
        if (fact.position() >= confirmedAt) {
            confirmedAt = fact.position();
            withdrawn = fact.type().equals("declaration.withdrawn");
        }
    }

    /** A declaration moves with its last «joined»: what it was before counts no more. */
    void joined(Recorded fact) {
        if (fact.position() >= movedAt) {
            movedAt = fact.position();
            incident = fact.subjects().get("incident");
        }
    }

    private void stands(Recorded fact) {
        if (fact.position() < stoodAt) {
            return;
        }
        stoodAt = fact.position();
        var named = fact.subjects().get("structure");
        structure = named == null ? structure : named;
        if (fact.data().containsKey("country")) {
            country = FactCodes.one(fact, "country");
            group = FactCodes.one(fact, "group");
            region = FactCodes.one(fact, "region");
            obliged = FactCodes.yes(fact, "obliged");
        }
    }

    boolean counts() {
        return verified && !withdrawn && declaredAt != null && incident != null && latest().happened();
    }

    String incident() {
        return Objects.requireNonNull(incident);
    }

    Instant declaredAt() {
        return Objects.requireNonNull(declaredAt);
    }

    Said first() {
        return Objects.requireNonNull(first);
    }

    Said latest() {
        return Objects.requireNonNull(latest);
    }

    @Nullable
    String structure() {
        return structure;
    }

    @Nullable
    String country() {
        return country;
    }

    @Nullable
    String group() {
        return group;
    }

    @Nullable
    String region() {
        return region;
    }

    boolean obliged() {
        return obliged;
    }
}
