package org.beffroi.observatory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.beffroi.shared.Paris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    private static Period at(int year, String instant) {
        return Period.of(year, Instant.parse(instant));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31T22:59:59Z, true, 2025-12-31, 12",
        "2025-12-31T23:00:00Z, false, 2025-12-31,",
        "2025-12-31T23:30:00Z, false, 2025-12-31,",
        "2025-06-30T21:59:59Z, true, 2025-06-30, 06",
        "2025-06-30T22:00:00Z, true, 2025-06-30,",
        "2025-06-30T22:00:01Z, true, 2025-07-01, 07"
    })
    void aYearAndAMonthEndAtMidnightInParis(String knownAt, boolean part, LocalDate until, String partMonth) {
        assertThat(at(2025, knownAt)).isEqualTo(new Period(LocalDate.of(2025, 1, 1), until, part, partMonth, null));
    }

    @Test
    void aYearThatBeginsThisMomentHasNoDay() {
        var period = at(2026, "2025-12-31T23:00:00Z");
        assertThat(period.empty()).isTrue();
        assertThat(period.months()).isEmpty();
        assertThat(period.part()).isTrue();
    }

    @Test
    void aLeapDayIsComparedWithTheTwentyEighth() {
        var leap = Period.of(2024, Paris.startOf(LocalDate.of(2024, 3, 1)));
        assertThat(leap.until()).isEqualTo("2024-02-29");
        assertThat(leap.yearBefore().until()).isEqualTo("2023-02-28");
        var after = Period.of(2025, Paris.startOf(LocalDate.of(2025, 3, 1)));
        assertThat(after.until()).isEqualTo("2025-02-28");
        assertThat(after.yearBefore().until()).isEqualTo("2024-02-28");
    }

    @ParameterizedTest
    @CsvSource({"2025-03-14, 03, 10, 1", "2025-12-31, 12, 1, 1", "2025-01-20,, 12, 0", "2024-11-02,, 12, 0"})
    void ofMonthsBeforeCollectingBeganNothingIsSaid(LocalDate first, String month, int months, int notWhole) {
        var period = at(2025, "2026-06-01T00:00:00Z").collectedFrom(first);
        assertThat(period.firstMonth()).isEqualTo(month);
        assertThat(period.months()).hasSize(months).endsWith("12");
        assertThat(period.partMonths()).hasSize(notWhole);
    }

    @Test
    void theMonthInWhichCollectingBeganMayBeThePresentOne() {
        var period = at(2025, "2025-03-20T10:00:00Z").collectedFrom(LocalDate.of(2025, 3, 14));
        assertThat(period.months()).containsExactly("03");
        assertThat(period.partMonths()).containsExactly("03");
    }
}
