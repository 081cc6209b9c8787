package org.beffroi.platform;

import java.time.Clock;
import java.time.Duration;
import org.beffroi.shared.SettableClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;

/** One clock for all, which work handed to another thread takes along. */
@Configuration
@EnableAsync
@EnableScheduling
class TimeAndTasks {
    @Bean
    Clock clock() {
        // The database keeps microseconds: what is handed out now and what is read again later must be the same.
        return new SettableClock(Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000)));
    }

    @Bean
    TaskDecorator movedTimeGoesAlong() {
        return SettableClock::carrying;
    }
}
