package org.beffroi.testing;

import java.time.Clock;
import java.time.Duration;
import org.beffroi.shared.SettableClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.scheduling.annotation.EnableAsync;

/** What {@code platform} gives to all modules, for a test of one that starts without it. */
@TestConfiguration
@EnableAsync
class Ground {
    @Bean
    @Fallback
    Clock testClock() {
        return new SettableClock(Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000)));
    }
}
