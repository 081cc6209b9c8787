package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import org.beffroi.shared.Paris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a structure is told. */
class TimingTest {
    private static Instant paris(String at) {
        return LocalDateTime.parse(at).atZone(Paris.ZONE).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_AT_NIGHT, 2026-03-02T12:00, 2026-03-02T12:00",
        "NOT_AT_NIGHT, 2026-03-02T20:59:59, 2026-03-02T20:59:59",
        "NOT_AT_NIGHT, 2026-03-02T21:00, 2026-03-03T07:00",
        "NOT_AT_NIGHT, 2026-03-02T03:00, 2026-03-02T07:00",
        "NOT_AT_NIGHT, 2026-03-02T07:00, 2026-03-02T07:00",
        "NOT_AT_NIGHT, 2026-12-31T23:30, 2027-01-01T07:00",
        "DAILY, 2026-03-02T07:59, 2026-03-02T08:00",
        "DAILY, 2026-03-02T08:00, 2026-03-03T08:00",
        "DAILY, 2026-03-02T15:00, 2026-03-03T08:00",
        "AT_ONCE, 2026-03-02T03:00, 2026-03-02T03:00"
    })
    void isTheNextHourThatSuits(Timing timing, String now, String told) {
        assertThat(timing.from(paris(now), Paris.ZONE)).isEqualTo(paris(told));
    }

    /** 29 March 2026: at two it is three. 25 October 2026: at three it is two. */
    @Test
    void isTheClocksHourWhenTheClocksChange() {
        var shortNight = paris("2026-03-28T22:00");
        assertThat(Duration.between(shortNight, Timing.NOT_AT_NIGHT.from(shortNight, Paris.ZONE)))
                .isEqualTo(Duration.ofHours(8));
        var longNight = paris("2026-10-24T22:00");
        assertThat(Duration.between(longNight, Timing.NOT_AT_NIGHT.from(longNight, Paris.ZONE)))
                .isEqualTo(Duration.ofHours(10));
    }

    @Test
    void isTheHourOfWhereTheStructureIs() {
        var noonInParis = paris("2026-03-02T12:00");
        assertThat(Timing.NOT_AT_NIGHT.from(noonInParis, ZoneId.of("Pacific/Tahiti")))
                .as("one in the morning there")
                .isEqualTo(noonInParis.plus(Duration.ofHours(6)));
        assertThat(Timing.NOT_AT_NIGHT.from(noonInParis, ZoneId.of("Indian/Reunion")))
                .isEqualTo(noonInParis);
    }

    @Test
    void isNeverInThePastNorMoreThanADayAhead() {
        var start = paris("2026-03-27T00:00");
        for (int minute = 0; minute < 4 * 24 * 60; minute += 7) {
            var now = start.plus(Duration.ofMinutes(minute));
            assertThat(Arrays.stream(Timing.values()).map(timing -> timing.from(now, Paris.ZONE)))
                    .allSatisfy(told ->
                            assertThat(Duration.between(now, told)).isBetween(Duration.ZERO, Duration.ofHours(25)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "URGENT, DAILY, AT_ONCE",
        "URGENT, AT_ONCE, AT_ONCE",
        "USUAL, DAILY, DAILY",
        "USUAL, AT_ONCE, AT_ONCE",
        "UNHURRIED, AT_ONCE, NOT_AT_NIGHT",
        "UNHURRIED, NOT_AT_NIGHT, NOT_AT_NIGHT",
        "UNHURRIED, DAILY, DAILY"
    })
    void whatIsUrgentDoesNotWaitAndWhatNobodyWroteDoesNotWake(Haste haste, Timing chosen, Timing told) {
        assertThat(haste.with(chosen)).isEqualTo(told);
    }
}
