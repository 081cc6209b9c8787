package org.beffroi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.beffroi.testing.BeffroiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** What is done regularly. */
@BeffroiTest
class RoundsTest {
    @Test
    void noRoundWaitsForAnother(
            @Autowired Collection<ScheduledTaskHolder> holders, @Autowired ThreadPoolTaskScheduler scheduler) {
        var rounds = holders.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .map(Object::toString)
                .toList();
        assertThat(rounds).hasSizeGreaterThan(1);
        assertThat(scheduler.getScheduledThreadPoolExecutor().getCorePoolSize())
                .as(rounds.toString())
                .isGreaterThanOrEqualTo(rounds.size());
    }
}
