package org.beffroi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final UUID STRUCTURE = UUID.fromString("01890000-0000-7000-8000-000000000001");

    @Test
    void opensEverythingToTheNationOnly() {
        assertThat(Scope.nation().on("r", "s").sql()).isEqualTo("true");
        assertThat(Scope.nothing().on("r", "s").sql()).isEqualTo("false");
        assertThat(Scope.regions(Set.of()).on("r", "s").sql()).isEqualTo("false");
        assertThat(Scope.structures(Set.of()).on("r", "s").sql()).isEqualTo("false");
    }

    @Test
    void bindsRegionsAndStructuresAsParameters() {
        var both = new Scope(false, Set.of("84"), Set.of(STRUCTURE)).on("d.region", "d.structure_id");
        assertThat(both.sql()).isEqualTo("(d.region in (:scopeRegions) or d.structure_id in (:scopeStructures))");
        assertThat(both.parameters())
                .containsEntry("scopeRegions", Set.of("84"))
                .containsEntry("scopeStructures", Set.of(STRUCTURE));
    }
}
