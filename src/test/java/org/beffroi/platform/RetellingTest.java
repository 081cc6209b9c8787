package org.beffroi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.beffroi.Beffroi;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** What a listener failed to hear, or was killed while hearing, is heard in the end. */
@BeffroiTest
@Import(RetellingTest.Deaf.class)
class RetellingTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Autowired
    Retelling retelling;

    @Autowired
    Deaf deaf;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    /** @param failures how often it is not heard */
    record Told(UUID id, int failures) {}

    @TestComponent
    static class Deaf {
        private static final Map<UUID, AtomicInteger> TRIES = new ConcurrentHashMap<>();

        @ApplicationModuleListener
        void on(Told event) {
            if (TRIES.computeIfAbsent(event.id(), id -> new AtomicInteger()).incrementAndGet() <= event.failures()) {
                throw new IllegalStateException("not heard, on purpose");
            }
        }

        int tries(Told event) {
            return TRIES.getOrDefault(event.id(), new AtomicInteger()).get();
        }
    }

    @Test
    void tellsAgainUntilItIsHeardAndThenNoMore() {
        var told = tell(2);
        await().atMost(SOON).until(() -> status(told).equals("FAILED"));
        retelling.tellAgain();
        await().atMost(SOON).until(() -> deaf.tries(told) == 2 && status(told).equals("FAILED"));
        retelling.tellAgain();
        await().atMost(SOON).until(() -> status(told).isEmpty());
        retelling.tellAgain();
        assertThat(deaf.tries(told)).isEqualTo(3);
    }

    @Test
    void hearsAtTheNextStartWhatAKilledServerLeft() {
        var told = tell(1);
        await().atMost(SOON).until(() -> status(told).equals("FAILED"));
        jdbc.sql("update platform.event_publication set status = 'PROCESSING' where serialized_event like :id")
                .param("id", "%" + told.id() + "%")
                .update();
        retelling.tellAgain();
        assertThat(deaf.tries(told)).as("it may still be heard").isOne();
        var settings = Stream.of("url", "username", "password")
                .map(name -> "--spring.datasource." + name + "=" + environment.getProperty("spring.datasource." + name))
                .toArray(String[]::new);
        try (var next = new SpringApplicationBuilder(Beffroi.class, Deaf.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of("spring.datasource.hikari.maximum-pool-size", 2))
                .run(settings)) {
            await().atMost(SOON)
                    .until(() -> next.getBean(Deaf.class).tries(told) == 2
                            && status(told).isEmpty());
        }
    }

    @Test
    void isDoneEachMinute(@Autowired ScheduledTaskHolder tasks) {
        assertThat(tasks.getScheduledTasks()).anyMatch(task -> task.toString().contains("Retelling.tellAgain"));
    }

    private Told tell(int failures) {
        var told = new Told(UUID.randomUUID(), failures);
        transaction.executeWithoutResult(status -> events.publishEvent(told));
        return told;
    }

    /** @return empty when the row is gone: heard */
    private String status(Told told) {
        return jdbc.sql("select status from platform.event_publication where serialized_event like :id")
                .param("id", "%" + told.id() + "%")
                .query(String.class)
                .optional()
                .orElse("");
    }
}
