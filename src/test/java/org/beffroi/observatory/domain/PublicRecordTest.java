package org.beffroi.observatory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.beffroi.journal.Journal.Recorded;
import org.beffroi.observatory.domain.PublicRecord.Release;
import org.beffroi.observatory.domain.YearMaker.Order;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Paris;
import org.beffroi.shared.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the public is told, over years, to a reader who keeps it all. */
class PublicRecordTest {
    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 1);

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    private static PublicRecord record(List<Recorded> history, LocalDate last) {
        return record(history, last, Map.of());
    }

    private static PublicRecord record(List<Recorded> history, LocalDate last, Map<Integer, Release> kept) {
        var recorder = new PublicRecorder(World.NATIONAL, new YearMaker(Observed.TAXONOMY), kept);
        history.forEach(recorder);
        return recorder.record(last);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoKeepsAllThatWasEverToldFindsNoSmallNumberOfNewcomers(int seed) {
        var history = RandomHistory.of(new Random(seed), seed % 2 == 0);
        assertThat(PatientReader.findsIn(record(history, LAST), FIRST, LAST))
                .as("seed %d", seed)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noReleaseGivesAwayWhatItSuppresses(int seed) {
        var record = record(RandomHistory.of(new Random(seed), seed % 2 == 0), LAST);
        record.releases().forEach((year, release) -> {
            var counted = release.counted();
            var hidden = new CuriousReader(counted.tally(), counted.disclosure()).found();
            assertThat(hidden).as("seed %d, %d", seed, year).isEmpty();
            counted.tally()
                    .cells()
                    .forEach((cell, n) -> assertThat(
                                    n > 0 && n < 5 && counted.disclosure().shows(cell))
                            .as(cell)
                            .isFalse());
            release.figures()
                    .breakdowns()
                    .forEach(breakdown -> breakdown
                            .cells()
                            .forEach(cell -> assertThat(cell.n())
                                    .as("%s/%s", breakdown.key(), cell.code())
                                    .isEqualTo(counted.shown(breakdown.key() + "/" + cell.code()))));
        });
    }

    /** One that makes each release when its day has come, and keeps it, tells what one tells who makes all of them at the end. */
    @ParameterizedTest
    @MethodSource("seeds")
    void itDoesNotMatterWhichReleasesWereKept(int seed) {
        var history = RandomHistory.of(new Random(seed), seed % 2 == 0);
        var early = LocalDate.of(2024, 3, 1);
        var until = history.stream()
                .filter(fact -> fact.recordedAt().isBefore(Paris.startOf(early)))
                .toList();
        var kept = record(until, early).releases();
        var whole = record(history, LAST);
        var again = record(history, LAST, kept);
        FIRST.datesUntil(LAST.plusDays(1), Period.ofMonths(1)).forEach(day -> {
            assertThat(again.years(day)).as("seed %d, %s", seed, day).isEqualTo(whole.years(day));
            again.years(day)
                    .forEach(year -> assertThat(again.year(year, day))
                            .as("seed %d, %s, %d", seed, day, year)
                            .isEqualTo(whole.year(year, day)));
        });
    }

    /** Each month anew, all counts, small ones suppressed: nothing is found in one state, and newcomers by subtracting two. */
    @Test
    void theReaderFindsNewcomersWhereEveryMonthIsToldAnew() {
        var found = new TreeSet<String>();
        seeds().limit(20).forEach(seed -> {
            var history = RandomHistory.of(new Random(seed), seed % 2 == 0);
            found.addAll(PatientReader.finds((day, year) -> toldAnew(history, day, year), FIRST, FIRST.plusMonths(20)));
        });
        assertThat(found)
                .hasSizeGreaterThan(20)
                .anyMatch(newcomers -> newcomers.contains("region/"))
                .anyMatch(newcomers -> newcomers.contains("cause/"))
                .anyMatch(newcomers -> newcomers.contains("incidents"));
    }

    private static YearFigures toldAnew(List<Recorded> history, LocalDate day, int year) {
        var knownAt = Paris.startOf(day);
        var book = new CaseBook();
        history.stream().filter(fact -> fact.recordedAt().isBefore(knownAt)).forEach(book);
        var all = book.known();
        var order = new Order("national", year, null, knownAt);
        var tally = YearMaker.tally(all, order.period());
        var told = new Counted(tally, Disclosure.published(tally));
        return new YearMaker(Observed.TAXONOMY).release(order, all, told, null, day);
    }

    /** The release as it is, and before it the exact number in place of the range. */
    @Test
    void theReaderFindsNewcomersWhereTheRunningTotalIsExact() {
        var found = new TreeSet<String>();
        seeds().limit(20).forEach(seed -> {
            var history = RandomHistory.of(new Random(seed), false);
            var record = record(history, LAST);
            found.addAll(PatientReader.finds((day, year) -> exact(record.year(year, day), history), FIRST, LAST));
        });
        assertThat(found).anyMatch(newcomers -> newcomers.contains("months"));
    }

    private static YearFigures exact(YearFigures told, List<Recorded> history) {
        var running = told.running().stream()
                .map(total -> {
                    var book = new CaseBook();
                    var knownAt = Paris.startOf(total.knownAt());
                    history.stream()
                            .filter(fact -> fact.recordedAt().isBefore(knownAt))
                            .forEach(book);
                    long exact = book.incidentsByYear().getOrDefault(told.year(), 0L);
                    return new RunningTotal(total.knownAt(), exact, exact);
                })
                .toList();
        return new YearFigures(
                told.world(),
                told.year(),
                told.region(),
                told.stage(),
                told.knownAt(),
                told.releaseOn(),
                told.foreign(),
                told.period(),
                told.since(),
                running,
                told.figures(),
                told.breakdowns());
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, 1, 4", "4, 1, 4", "5, 5, 9", "9, 5, 9", "10, 10, 14", "392, 390, 394"})
    void aRunningTotalIsToldToWithinFive(long exact, long atLeast, long atMost) {
        assertThat(RunningTotal.of(FIRST, exact)).isEqualTo(new RunningTotal(FIRST, atLeast, atMost));
    }

    @ParameterizedTest
    @CsvSource({
        "2025, 2025-06-01, 2026-03-01",
        "2025, 2026-02-01, 2026-03-01",
        "2025, 2026-03-01, 2027-03-01",
        "2025, 2028-01-01, 2028-03-01",
        "2023, 2024-02-01, 2024-03-01"
    })
    void aReleaseIsOnTheFirstOfMarchAfterTheYear(int year, LocalDate today, LocalDate expected) {
        assertThat(PublicRecord.nextRelease(year, today)).isEqualTo(expected);
    }

    @Test
    void whatIsLearntAfterTheReleaseDoesNotChangeIt() {
        var facts = new ArrayList<>(new PublishedYears(2019, World.NATIONAL).facts());
        var early = LocalDate.of(2020, 3, 1);
        var late = LocalDate.of(2024, 3, 1);
        var told = Observed.told(facts, early).year(2019, early);
        var revised = facts.stream()
                .filter(fact -> fact.type().equals("incident.triaged"))
                .map(fact -> Fact.of("incident.triaged", Paris.startOf(LocalDate.of(2021, 5, 5)), World.NATIONAL)
                        .about("incident", fact.subjects().get("incident"))
                        .with("causes", List.of("RANSOMWARE")))
                .toList();
        facts.addAll(revised);
        assertThat(Observed.at(Observed.known(facts), 2019, Paris.startOf(late))
                        .figure("ransomware")
                        .n())
                .isEqualTo(392);
        var record = Observed.told(facts, late);
        assertThat(record.year(2019, late)).isEqualTo(told);
        assertThat(record.year(2019, LocalDate.of(2020, 2, 1)).stage()).isEqualTo(Stage.RUNNING);
    }

    @Test
    void aReleaseIsComparedWithTheOneOfTheYearBefore() {
        var release = LocalDate.of(2020, 3, 1);
        var record = Observed.told(new PublishedYears(3, World.NATIONAL).facts(), release);
        var growth = Objects.requireNonNull(
                record.year(2019, release).figure("incidents").growth());
        assertThat(growth.before())
                .isEqualTo(record.year(2018, release).figure("incidents").n());
        assertThat(growth.percent()).isEqualTo(19.9);
    }
}
