package org.beffroi.observatory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.beffroi.observatory.domain.Breakdown;
import org.beffroi.observatory.domain.Breakdown.Cell;
import org.beffroi.observatory.domain.Figure;
import org.beffroi.observatory.domain.Growth;
import org.beffroi.observatory.domain.Growth.Reason;
import org.beffroi.observatory.domain.Indicators;
import org.beffroi.observatory.domain.Period;
import org.beffroi.observatory.domain.RunningTotal;
import org.beffroi.observatory.domain.Share;
import org.beffroi.observatory.domain.Stage;
import org.beffroi.observatory.domain.YearFigures;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What the pages say of the figures, in both languages, of none, of one, of many. */
class SentencesTest {
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);
    private static final Taxonomy TAXONOMY = new Taxonomy();
    private static final LocalDate MARCH = LocalDate.of(2027, 3, 1);

    private static FigureWords words(Locale language) {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/observatory");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return new FigureWords(texts, TAXONOMY, language);
    }

    private static String breakable(String said) {
        return said.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    @ParameterizedTest
    @CsvSource({
        "incidents, 0 incidents declared, 1 incident declared, '1,234 incidents declared'",
        "handled, 0 incidents handled, 1 incident handled, '1,234 incidents handled'",
        "structures, 0 structures, 1 structure, '1,234 structures'",
        "structures-since, 0 structures since the arrangement began, 1 structure since the arrangement began, '1,234 structures since the arrangement began'",
        "obliged, 0 structures that must declare, 1 structure that must declare, '1,234 structures that must declare'",
        "sought, 0 closed incidents with an entry point to look for, 1 closed incident with an entry point to look for, '1,234 closed incidents with an entry point to look for'",
        "closed, 0 closed incidents, 1 closed incident, '1,234 closed incidents'"
    })
    void englishCountsAgreeWithTheirNoun(String base, String none, String one, String many) {
        assertThat(Stream.of(0, 1, 1234).map(n -> words(Locale.ENGLISH).base(base, n)))
                .containsExactly(none, one, many);
    }

    @ParameterizedTest
    @CsvSource({
        "incidents, 0 incident déclaré, 1 incident déclaré, 1 234 incidents déclarés",
        "handled, 0 incident traité, 1 incident traité, 1 234 incidents traités",
        "structures, 0 structure, 1 structure, 1 234 structures",
        "structures-since, 0 structure depuis le début du dispositif, 1 structure depuis le début du dispositif, 1 234 structures depuis le début du dispositif",
        "obliged, 0 structure tenue de déclarer, 1 structure tenue de déclarer, 1 234 structures tenues de déclarer",
        "closed, 0 incident clos, 1 incident clos, 1 234 incidents clos"
    })
    void frenchCountsAgreeWithTheirNoun(String base, String none, String one, String many) {
        assertThat(Stream.of(0, 1, 1234).map(n -> breakable(words(Locale.FRENCH).base(base, n))))
                .containsExactly(none, one, many);
    }

    @Test
    void everyBaseHasItsWords() {
        for (var language : LANGUAGES) {
            assertThat(Indicators.BASES)
                    .allSatisfy(base -> assertSaid(words(language).base(base, 2), language));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, +0.1 percentage points, '+0,1 point'",
        "1, +1 percentage point, +1 point",
        "-1, −1 percentage point, −1 point",
        "1.5, +1.5 percentage points, '+1,5 point'",
        "2, +2 percentage points, +2 points",
        "-12.4, −12.4 percentage points, '−12,4 points'"
    })
    void differencesOfSharesArePoints(double points, String inEnglish, String inFrench) {
        assertThat(breakable(words(Locale.ENGLISH).points(points))).isEqualTo(inEnglish);
        assertThat(breakable(words(Locale.FRENCH).points(points))).isEqualTo(inFrench);
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyReasonForNoGrowthIsSaid(Locale language) {
        for (var reason : Reason.values()) {
            assertSaid(words(language).growth(new Growth(null, null, false, reason), 2026), language);
        }
    }

    @ParameterizedTest
    @CsvSource({"19.9, +19.9% on 2018 (327)", "-2, −2.0% on 2018 (327)", "0, 0.0% on 2018 (327)"})
    void growthHasASignAndTheCountBefore(double percent, String said) {
        assertThat(words(Locale.ENGLISH).growth(new Growth(percent, 327L, false, null), 2019))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, none, aucun", "1, 4, 1 to 4, 1 à 4", "1230, 1234, '1,230 to 1,234', 1 230 à 1 234"})
    void aRangeIsSaidFromLeastToMost(long least, long most, String inEnglish, String inFrench) {
        var total = new RunningTotal(MARCH, least, most);
        assertThat(words(Locale.ENGLISH).range(total)).isEqualTo(inEnglish);
        assertThat(breakable(words(Locale.FRENCH).range(total))).isEqualTo(inFrench);
    }

    @Test
    void theFirstOfAMonthIsWrittenAsSpoken() {
        assertThat(words(Locale.FRENCH).date(MARCH)).isEqualTo("1ᵉʳ mars 2027");
        assertThat(words(Locale.FRENCH).date(MARCH.plusDays(10))).isEqualTo("11 mars 2027");
        assertThat(words(Locale.ENGLISH).date(MARCH)).isEqualTo("1 March 2027");
    }

    private static YearFigures year(Stage stage, Period period, List<RunningTotal> running, Breakdown... breakdowns) {
        var figures = Indicators.FIGURES.stream()
                .map(definition -> new Figure(definition.key(), 7L, false, null, null))
                .toList();
        return new YearFigures(
                "national",
                2026,
                null,
                stage,
                Instant.parse("2026-05-31T22:00:00Z"),
                MARCH,
                false,
                period,
                LocalDate.of(2017, 10, 1),
                running,
                stage == Stage.RUNNING ? List.of() : figures,
                List.of(breakdowns));
    }

    private static Period period(boolean part, @Nullable String partMonth, @Nullable String firstMonth) {
        return new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), part, partMonth, firstMonth);
    }

    private static List<String> notices(YearFigures year, Locale language) {
        var said = new ArrayList<String>();
        Notice.of(year, words(language)).forEach(notice -> {
            assertSaid(notice.title(), language);
            assertSaid(notice.text(), language);
            said.add(notice.title());
        });
        return said;
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void eachStageSaysWhyThereIsNoMoreAndWhenItComes(Locale language) {
        var day = words(language).date(MARCH);
        assertThat(notices(year(Stage.RUNNING, period(true, null, null), List.of()), language))
                .singleElement()
                .satisfies(title -> assertThat(title).contains(day));
        assertThat(notices(year(Stage.RUNNING, period(false, null, null), List.of()), language))
                .singleElement()
                .satisfies(title -> assertThat(title).contains(day));
        assertThat(notices(year(Stage.RELEASED, period(false, null, "05"), List.of()), language))
                .hasSize(2);
        assertThat(notices(year(Stage.WHOLE, period(false, null, null), List.of()), language))
                .isEmpty();
    }

    @Test
    void aYearOfWhichTooLittleWasKnownSaysSo() {
        var late = new YearFigures(
                "national",
                2024,
                null,
                Stage.RUNNING,
                Instant.parse("2026-05-31T22:00:00Z"),
                MARCH,
                false,
                period(false, null, null),
                LocalDate.of(2017, 10, 1),
                List.of(),
                List.of(),
                List.of());
        assertThat(notices(late, Locale.ENGLISH).getFirst())
                .isEqualTo(
                        "Too little was known when this year’s figures were due. The next release is on 1 March 2027.");
    }

    private static Breakdown months(List<String> partCodes, @Nullable Long... counts) {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < counts.length; i++) {
            cells.add(new Cell("%02d".formatted(i + 1), counts[i], counts[i] == null, null));
        }
        return new Breakdown("month", null, "incidents", 70L, true, partCodes, cells);
    }

    private static String remark(Breakdown months) {
        var year = year(Stage.WHOLE, period(false, null, null), List.of(), months);
        return new ChartMaker(year, words(Locale.ENGLISH)).chart(months).say();
    }

    @Test
    void onlyWholeMonthsAreCompared() {
        assertThat(remark(months(List.of("01", "04"), 1L, 12L, 30L, 2L)))
                .isEqualTo("The busiest month is March (30), the quietest February (12).");
        assertThat(remark(months(List.of("01"), 1L, 12L))).isEmpty();
        assertThat(remark(months(List.of("04"), 5L, 0L, 30L, 2L)))
                .isEqualTo("The busiest month is March (30), the quietest February (0).");
        assertThat(remark(months(List.of(), 5L, 5L, 5L))).isEqualTo("Every whole month has as many: 5.");
        assertThat(remark(months(List.of(), 9L, null, 7L)))
                .isEqualTo("Of the months shown, the busiest is January (9), the quietest March (7).");
    }

    /** Every breakdown, empty, with one cell, with several, with a hidden one. */
    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyChartSpeaks(Locale language) {
        Map<String, List<@Nullable Long>> counts = new TreeMap<>();
        counts.put("none", List.of());
        counts.put("one", List.of(1L));
        counts.put("many", List.of(1200L, 7L));
        for (var definition : Indicators.BREAKDOWNS) {
            var codes = definition.vocabulary() == null
                    ? definition.codes()
                    : TAXONOMY.vocabulary(definition.vocabulary()).codes();
            counts.values().forEach(numbers -> {
                var cells = new ArrayList<Cell>();
                for (int i = 0; i < numbers.size(); i++) {
                    var n = numbers.get(i);
                    cells.add(new Cell(codes.get(i), n, false, new Share(n, 1207, definition.of(), 12.3, null)));
                }
                cells.add(new Cell(codes.getLast(), null, true, null));
                var breakdown = new Breakdown(
                        definition.key(),
                        definition.vocabulary(),
                        definition.of(),
                        1207L,
                        definition.partition(),
                        List.of(),
                        cells);
                var chart = new ChartMaker(
                                year(Stage.WHOLE, period(false, null, null), List.of(), breakdown), words(language))
                        .chart(breakdown);
                Stream.of(chart.title(), chart.column(), chart.what(), chart.caption())
                        .forEach(said -> assertSaid(said, language));
                chart.rows().forEach(row -> assertSaid(row.label(), language));
                if (!chart.say().isEmpty()) {
                    assertSaid(chart.say(), language);
                }
            });
        }
    }

    private static void assertSaid(String said, Locale language) {
        assertThat(said)
                .isNotBlank()
                .doesNotContain("{", "}", "??", "observatory.", "null")
                .doesNotContain("  ");
        if (language.equals(Locale.FRENCH)) {
            assertThat(said).doesNotContain("'", " :", " ;", " ?", " »", "« ");
        }
    }
}
