package org.beffroi.declaration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentAtTest {
    private static final Instant NOW = Instant.parse("2026-11-25T06:40:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-25T03:12:00Z", "2026-11-25T06:39:59.999Z", "2026-11-22T06:40:01Z"})
    void believesWhoWaitedForANetwork(String typed) {
        assertThat(SentAt.believed(typed, NOW)).isEqualTo(Instant.parse(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-11-25T03:12",
                "2026-11-25T06:40:01Z",
                "2026-11-22T06:39:59Z",
                "1970-01-01T00:00:00Z"
            })
    void takesTheHourOfReceiptForAClockThatIsWrong(String typed) {
        assertThat(SentAt.believed(typed, NOW)).isNull();
    }
}
