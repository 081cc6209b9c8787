package org.beffroi.platform;

import java.time.Clock;
import org.beffroi.shared.SettableClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.annotation.EnableAsync;

/** One clock for all, which work handed to another thread takes along. */
@Configuration
@EnableAsync
class TimeAndTasks {
    @Bean
    Clock clock() {
        return new SettableClock(Clock.systemUTC());
    }

    @Bean
    TaskDecorator movedTimeGoesAlong() {
        return SettableClock::carrying;
    }
}
