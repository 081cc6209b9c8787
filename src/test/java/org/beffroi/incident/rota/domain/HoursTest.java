package org.beffroi.incident.rota.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.beffroi.incident.rota.domain.Slot.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the desk is open, and to which night an hour belongs. */
class HoursTest {
    private final Hours hours =
            new Hours(LocalTime.of(9, 0), LocalTime.of(18, 0), Set.of(LocalDate.parse("2026-05-15")));

    private static Slot slot(String written) {
        return Slot.parse(written).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T07:59:59Z, 2026-11-24/NIGHT",
        "2026-11-25T08:00:00Z, 2026-11-25/DAY",
        "2026-11-25T16:59:59Z, 2026-11-25/DAY",
        "2026-11-25T17:00:00Z, 2026-11-25/NIGHT",
        "2026-11-25T22:59:59Z, 2026-11-25/NIGHT",
        "2026-11-25T23:00:00Z, 2026-11-25/NIGHT", // midnight in Paris: still the night that began before
        "2026-07-01T06:59:59Z, 2026-06-30/NIGHT",
        "2026-07-01T07:00:00Z, 2026-07-01/DAY"
    })
    void anHourBelongsToTheNightThatBeganBefore(String instant, String written) {
        assertThat(hours.at(Instant.parse(instant))).hasToString(written);
    }

    @Test
    void theNightInWhichSummerBeginsIsAnHourShort() {
        var night = slot("2026-03-28/NIGHT");
        assertThat(Duration.between(hours.begins(night), hours.ends(night))).hasHours(14);
        // 01:59 is followed by 03:00.
        assertThat(hours.at(Instant.parse("2026-03-29T00:59:59Z"))).isEqualTo(night);
        assertThat(hours.at(Instant.parse("2026-03-29T01:00:00Z"))).isEqualTo(night);
        assertThat(hours.at(Instant.parse("2026-03-29T06:59:59Z"))).isEqualTo(night);
        assertThat(hours.at(Instant.parse("2026-03-29T07:00:00Z"))).isEqualTo(night.next());
    }

    @Test
    void theNightInWhichSummerEndsIsAnHourLong() {
        var night = slot("2026-10-24/NIGHT");
        assertThat(Duration.between(hours.begins(night), hours.ends(night))).hasHours(16);
        // Half past two comes twice.
        assertThat(hours.at(Instant.parse("2026-10-25T00:30:00Z"))).isEqualTo(night);
        assertThat(hours.at(Instant.parse("2026-10-25T01:30:00Z"))).isEqualTo(night);
        assertThat(hours.at(Instant.parse("2026-10-25T07:59:59Z"))).isEqualTo(night);
        assertThat(hours.at(Instant.parse("2026-10-25T08:00:00Z"))).isEqualTo(night.next());
    }

    /** A year without a gap and without two that overlap: each instant has one slot. */
    @Test
    void slotsFollowEachOtherWithoutGap() {
        var slots =
                Stream.iterate(slot("2026-01-01/DAY"), Slot::next).limit(730).toList();
        for (var one : slots) {
            assertThat(hours.ends(one)).isEqualTo(hours.begins(one.next())).isAfter(hours.begins(one));
            assertThat(hours.at(hours.begins(one))).isEqualTo(one);
            assertThat(hours.at(hours.ends(one).minusSeconds(1))).isEqualTo(one);
        }
        assertThat(slots.getLast()).hasToString("2026-12-31/NIGHT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25", "2026-07-14",
                "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25", "2026-05-15", "2026-11-28", "2026-11-29"
            })
    void somebodyIsOnCallOnHolidaysWeekEndsAndWhatTheHouseAdds(String day) {
        var open = hours.isOpen(new Slot(LocalDate.parse(day), Part.DAY));
        assertThat(open).isFalse();
        assertThat(hours.onCallFrom(slot(day + "/DAY"))).hasToString(day + "/DAY");
    }

    @Test
    void theDeskIsOpenOnWorkingDaysOnly() {
        assertThat(hours.isOpen(slot("2026-11-25/DAY"))).isTrue();
        assertThat(hours.isOpen(slot("2026-11-25/NIGHT"))).isFalse();
        assertThat(hours.onCallFrom(slot("2026-11-25/DAY"))).hasToString("2026-11-25/NIGHT");
    }

    /** As the Bureau des longitudes has them. */
    @Test
    void knowsEaster() {
        assertThat(List.of(2024, 2025, 2026, 2027, 2038, 2049))
                .extracting(year -> Holidays.easter(year).toString())
                .containsExactly("2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2049-04-18");
    }

    @Test
    void aSettingThatMakesNoSenseStopsTheStart() {
        var ten = Duration.ofMinutes(10);
        var twenty = Duration.ofMinutes(20);
        assertThatThrownBy(() -> new RotaSettings("18:00", "09:00", "", ten, twenty, ten))
                .hasMessageContaining("beffroi.rota.from (18:00)");
        assertThatThrownBy(() -> new RotaSettings("9 h", "18:00", "", ten, twenty, ten))
                .hasMessageContaining("«9 h»")
                .hasMessageContaining("09:00");
        assertThatThrownBy(() -> new RotaSettings("09:00", "18:00", "15/05/2026", ten, twenty, ten))
                .hasMessageContaining("2026-05-15");
        assertThatThrownBy(() -> new RotaSettings("09:00", "18:00", "", twenty, ten, ten))
                .hasMessageContaining("leads longer than again");
        assertThat(new RotaSettings("08:30", "18:00", "2026-05-15, 2027-05-07", ten, twenty, ten).closed())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2026-11-23", "2026-11-23/EVENING", "2026-13-23/DAY", "23/11/2026", "2026-11-23/DAY/DAY"})
    void whatIsNoSlotIsNone(String written) {
        assertThat(Slot.parse(written)).isEmpty();
    }
}
