package org.beffroi.observatory.web;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.beffroi.observatory.domain.Indicators;
import org.beffroi.observatory.domain.Question;
import org.beffroi.observatory.domain.YearFigures;
import org.beffroi.shared.Paris;
import org.jspecify.annotations.Nullable;

/**
 * A year as it is laid out, in the chapters of the annual report.
 *
 * @param day as known at the start of which, for the form; null for now
 * @param months columns
 * @param region null in a foreign world, and where the figures are one region's
 * @param legend of the map
 */
public record YearPage(
        YearFigures year,
        String title,
        String known,
        @Nullable LocalDate day,
        List<KeyFigure> key,
        Chart months,
        @Nullable Chart region,
        List<String> legend,
        List<Chapter> chapters,
        List<Definition> definitions) {
    private static final List<String> KEY =
            List.of("incidents", "structures", "endangered", "malicious", "degraded", "support");

    /** Charts that stand together, and figures beside them. */
    public record Chapter(String title, List<Chart> charts, List<KeyFigure> figures) {}

    /** A figure's name and what it counts. */
    public record Definition(String label, String what) {}

    static YearPage of(YearFigures year, Question question, Words words) {
        var charts = new ChartMaker(year, words);
        var map = year.breakdown("region");
        return new YearPage(
                year,
                title(year, words),
                words.text(year.published() ? "known.published" : "known", knownOn(year, words)),
                year.published() ? at(year).toLocalDate() : question.wish(),
                figures(year, KEY, words),
                charts.chart(year.breakdown("month").orElseThrow()),
                map.map(charts::chart).orElse(null),
                map.map(charts::legend).orElse(List.of()),
                chapters(year, words, charts),
                definitions(words));
    }

    private static String title(YearFigures year, Words words) {
        var region = year.region();
        var digits = String.valueOf(year.year());
        return region == null
                ? words.text("year.title", digits)
                : words.text("year.title.region", digits, words.label("region", "region", region));
    }

    private static String knownOn(YearFigures year, Words words) {
        var at = at(year);
        return words.text("moment", words.date(at.toLocalDate()), words.hour(at));
    }

    private static ZonedDateTime at(YearFigures year) {
        return year.knownAt().atZone(Paris.ZONE);
    }

    private static List<KeyFigure> figures(YearFigures year, List<String> keys, Words words) {
        return keys.stream().map(key -> KeyFigure.of(year, key, words)).toList();
    }

    private static List<Chapter> chapters(YearFigures year, Words words, ChartMaker charts) {
        return Stream.of(
                        chapter("country", List.of("country"), List.of(), year, words, charts),
                        chapter(
                                "structures",
                                List.of("group", "repeat"),
                                List.of(
                                        "obliged-declared",
                                        "more-than-2",
                                        "more-than-4",
                                        "more-than-2-since",
                                        "more-than-4-since"),
                                year,
                                words,
                                charts),
                        chapter("declaring", List.of("state", "delay"), List.of(), year, words, charts),
                        chapter("causes", List.of("origin", "cause"), List.of("ransomware"), year, words, charts),
                        chapter("effects", List.of("data-effect", "care"), List.of(), year, words, charts),
                        chapter("patients", List.of("endangerment"), List.of("handled"), year, words, charts),
                        chapter(
                                "handling",
                                List.of("outcome", "entry-point"),
                                List.of("entry-point-found"),
                                year,
                                words,
                                charts))
                .filter(chapter -> !chapter.charts().isEmpty())
                .toList();
    }

    private static Chapter chapter(
            String key,
            List<String> breakdowns,
            List<String> figures,
            YearFigures year,
            Words words,
            ChartMaker charts) {
        var drawn = breakdowns.stream()
                .flatMap(breakdown -> year.breakdown(breakdown).stream())
                .map(charts::chart)
                .toList();
        return new Chapter(words.text("chapter." + key), drawn, figures(year, figures, words));
    }

    private static List<Definition> definitions(Words words) {
        var figures = Indicators.FIGURES.stream()
                .map(figure -> new Definition(
                        words.text("figure." + figure.key()), words.text("figure." + figure.key() + ".what")));
        return figures.toList();
    }
}
