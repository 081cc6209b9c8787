package org.beffroi.observatory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.beffroi.shared.Fact;
import org.beffroi.shared.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was declared as something else than an incident. */
class DeclaredKindsTest {
    private static final UUID DECLARATION = new UUID(1, 1);

    private static Fact fact(String type) {
        return Fact.of(type, Instant.parse("2025-06-02T08:00:00Z"), World.NATIONAL)
                .about("declaration", DECLARATION);
    }

    /** The last word counts. */
    @ParameterizedTest
    @CsvSource({
        "INCIDENT, VOLUNTARY, 1",
        "INCIDENT, NEAR_MISS, 0",
        "INCIDENT, THREAT, 0",
        "NEAR_MISS, INCIDENT, 1",
        "THREAT, NEAR_MISS, 0"
    })
    void aNearMissAndAThreatAreNoIncidents(String first, String last, int incidents) {
        var facts = List.of(
                fact("declaration.received").with("verified", true).with("kind", first),
                fact("incident.opened").about("incident", new UUID(2, 1)),
                fact("declaration.amended").with("kind", last));
        assertThat(Observed.known(facts).cases()).hasSize(incidents);
    }
}
