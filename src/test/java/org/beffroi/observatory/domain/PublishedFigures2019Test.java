package org.beffroi.observatory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.beffroi.shared.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Observatory published of 2019 comes out of facts with that year's margins, each figure with its denominator. */
class PublishedFigures2019Test {
    static YearFigures figures(long seed) {
        return Observed.year(Observed.known(new PublishedYears(seed, World.NATIONAL).facts()), 2019);
    }

    /** Everything that DOMAIN's table says of 2019. Shared with the test that goes through the database. */
    static void assertPublished(YearFigures year) {
        counts(year);
        shares(year);
        breakdowns(year);
    }

    private static void counts(YearFigures year) {
        assertThat(year.figure("incidents").n()).isEqualTo(392);
        assertThat(Objects.requireNonNull(year.figure("incidents").growth()))
                .isEqualTo(new Growth(19.9, 327L, false, null));
        assertThat(year.figure("structures").n()).isEqualTo(300);
        assertThat(Objects.requireNonNull(year.figure("structures").growth()).before())
                .isEqualTo(247);
        assertThat(year.figure("support").n()).isEqualTo(70);
        assertThat(Objects.requireNonNull(year.figure("support").growth()).before())
                .isEqualTo(47);
        assertThat(Objects.requireNonNull(year.figure("ransomware").growth()).percent())
                .isEqualTo(40.0);
        assertThat(year.figure("more-than-2-since").n()).isEqualTo(55);
        assertThat(year.figure("more-than-4-since").n()).isEqualTo(7);
        assertThat(year.figure("more-than-2").n()).isEqualTo(7);
        assertThat(year.figure("more-than-4").n()).isZero();
    }

    private static void shares(YearFigures year) {
        assertShare(year, "endangered", 66, 354, "handled", 18.6);
        assertShare(year, "endangered-proven", 5, 354, "handled", 1.4);
        assertShare(year, "handled", 354, 392, "incidents", 90.3);
        assertShare(year, "malicious", 169, 392, "incidents", 43.1);
        assertShare(year, "degraded", 120, 300, "structures", 40.0);
        assertShare(year, "resolved", 196, 392, "incidents", 50.0);
        assertShare(year, "not-diagnosed", 82, 392, "incidents", 20.9);
        assertShare(year, "same-day", 274, 392, "incidents", 69.9);
        assertShare(year, "within-24-hours", 314, 392, "incidents", 80.1);
        assertThat(share(year, "malicious").points()).isEqualTo(2.1);
        assertThat(share(year, "not-diagnosed").points()).isEqualTo(5.9);
    }

    private static Share share(YearFigures year, String key) {
        return Objects.requireNonNull(year.figure(key).share());
    }

    private static void assertShare(YearFigures year, String key, long part, long whole, String of, double percent) {
        var share = share(year, key);
        assertThat(new Share(share.numerator(), share.denominator(), share.of(), share.percent(), null))
                .as(key)
                .isEqualTo(new Share(part, whole, of, percent, null));
    }

    private static void breakdowns(YearFigures year) {
        var groups = Map.of("ES", 333, "EHPAD", 24, "LBM", 3, "RADIOTHERAPY", 4, "OTHER", 28);
        groups.forEach((code, n) -> assertCell(year, "group", code, n));
        assertCell(year, "region", "76", 57);
        assertCell(year, "region", "84", 49);
        for (var breakdown : year.breakdowns()) {
            if (breakdown.partition()) {
                assertThat(breakdown.cells().stream()
                                .mapToLong(cell -> Objects.requireNonNull(cell.n()))
                                .sum())
                        .as(breakdown.key())
                        .isEqualTo(breakdown.total());
            }
        }
    }

    private static void assertCell(YearFigures year, String breakdown, String code, long n) {
        assertThat(year.breakdown(breakdown)
                        .orElseThrow()
                        .cell(code)
                        .orElseThrow()
                        .n())
                .as(breakdown + "/" + code)
                .isEqualTo(n);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2019, 20260101})
    void everyPublishedFigureComesOutWithItsDenominator(long seed) {
        assertPublished(figures(seed));
    }

    @Test
    void endangermentWouldBeAnotherFigureOverAllThatWasDeclared() {
        var year = figures(7);
        var ofAll = Objects.requireNonNull(
                Share.of(66, Objects.requireNonNull(year.figure("incidents").n()), "incidents", null));
        assertThat(ofAll.percent()).isEqualTo(16.8);
        assertThat(Math.round(share(year, "endangered").percent())).isEqualTo(19);
    }

    /** 55 and 7 of 300 structures need 245 × 1 + 48 × 3 + 7 × 5 incidents, more than the year had: they are counted since 2017. */
    @Test
    void repeatDeclarantsOf2019CannotBeThoseOfTheYearAlone() {
        assertThat(245 + 48 * 3 + 7 * 5).isGreaterThan(392);
        var year = figures(7);
        assertThat(year.since()).isEqualTo("2017-10-01");
        assertThat(share(year, "more-than-2-since").of()).isEqualTo("structures-since");
    }

    @Test
    void thePublicSeesNoCountBelowFiveAndNothingThatGivesItAway() {
        var release = LocalDate.of(2020, 3, 1);
        var told = Observed.told(new PublishedYears(7, World.NATIONAL).facts(), release)
                .year(2019, release);
        var groups = told.breakdown("group").orElseThrow();
        assertThat(groups.cell("LBM").orElseThrow().suppressed()).isTrue();
        assertThat(groups.cell("RADIOTHERAPY").orElseThrow().suppressed()).isTrue();
        assertThat(groups.cell("ES").orElseThrow().n()).isEqualTo(333);
        assertThat(told.figure("endangered").n()).isEqualTo(66);
    }
}
