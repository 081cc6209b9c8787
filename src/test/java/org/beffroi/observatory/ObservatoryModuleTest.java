package org.beffroi.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.observatory.domain.FigureRequest;
import org.beffroi.observatory.domain.Observatory;
import org.beffroi.observatory.domain.Wish;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.World;
import org.beffroi.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.test.Scenario;

/** Counts facts without any module that makes them. */
@ModuleTest
class ObservatoryModuleTest {
    private static final World WORLD = new World("observatory-module");
    private static final Instant MARCH = Instant.parse("2025-03-10T09:00:00Z");

    record Happened(Fact fact) implements Recordable {}

    @Test
    void countsADeclaration(
            Scenario scenario, @Autowired Observatory observatory, @Autowired ApplicationEventPublisher events) {
        var site = UUID.randomUUID();
        var fact = Fact.of("declaration.received", MARCH, WORLD)
                .about("declaration", site)
                .about("structure", site)
                .with("verified", true)
                .with("country", "FR")
                .with("foundAt", MARCH);
        var question = FigureRequest.read(new Wish(WORLD.code(), null, null));
        var opened =
                Fact.of("incident.opened", MARCH, WORLD).about("incident", site).about("declaration", site);
        scenario.stimulate(() -> List.of(fact, opened).forEach(each -> events.publishEvent(new Happened(each))))
                .andWaitForStateChange(
                        () -> observatory.yearNumbers(Viewer.system("test"), question), years -> years.contains(2025))
                .andVerify(years -> assertThat(years).contains(2025));
    }
}
