package org.beffroi.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;
import org.beffroi.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.Scenario;

@ModuleTest
class JournalModuleTest {
    private static final World WORLD = new World("journal-module");

    record Happened(Fact fact) implements Recordable {}

    @Test
    void writesDownWhatHappened(Scenario scenario, @Autowired Journal journal) {
        var fact = Fact.of("test.happened", Instant.parse("2026-01-10T08:00:00Z"), WORLD)
                .with("cause", "PHISHING");
        scenario.publish(new Happened(fact))
                .andWaitForStateChange(
                        () -> journal.asKnownAt(Instant.parse("2100-01-01T00:00:00Z"), WORLD, List.of("test.happened")),
                        facts -> !facts.isEmpty())
                .andVerify(facts -> assertThat(facts.getFirst().data()).containsEntry("cause", "PHISHING"));
    }
}
