package org.beffroi.observatory.web;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.beffroi.observatory.domain.FigureRequest;
import org.beffroi.observatory.domain.Indicators;
import org.beffroi.observatory.domain.Stage;
import org.beffroi.observatory.domain.YearFigures;
import org.beffroi.shared.Paris;
import org.jspecify.annotations.Nullable;

/**
 * A year as it is laid out, in the chapters of the annual report.
 *
 * @param day as known at the start of which, for the form; null for now
 * @param notices what must be known before reading
 * @param running what the public has before the release; null where there is more, or nothing
 * @param months columns; null before the release
 * @param region null in a foreign world, before the release, and where the figures are one region's
 * @param legend of the map
 */
public record YearPage(
        YearFigures year,
        WorldCard world,
        String title,
        String known,
        @Nullable LocalDate day,
        List<Notice> notices,
        List<KeyFigure> key,
        @Nullable Chart running,
        @Nullable Chart months,
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

    static YearPage of(YearFigures year, FigureRequest question, FigureWords words) {
        var charts = new ChartMaker(year, words);
        var map = year.breakdown("region");
        var whole = year.stage() == Stage.WHOLE;
        return new YearPage(
                year,
                WorldCard.of(question.world(), words),
                title(year, words),
                words.text("known", knownOn(year, words)),
                whole ? question.wish() : at(year).toLocalDate(),
                Notice.of(year, words),
                year.stage() == Stage.RUNNING ? List.of(KeyFigure.running(year, words)) : figures(year, KEY, words),
                year.running().isEmpty() ? null : charts.running(),
                year.breakdown("month").map(charts::chart).orElse(null),
                map.map(charts::chart).orElse(null),
                map.map(charts::legend).orElse(List.of()),
                year.stage() == Stage.RUNNING ? List.of() : chapters(year, words, charts),
                definitions(words));
    }

    private static String title(YearFigures year, FigureWords words) {
        var region = year.region();
        var digits = String.valueOf(year.year());
        return region == null
                ? words.text("year.title", digits)
                : words.text("year.title.region", digits, words.label("region", "region", region));
    }

    private static String knownOn(YearFigures year, FigureWords words) {
        var at = at(year);
        return words.text("moment", words.date(at.toLocalDate()), words.hour(at));
    }

    private static ZonedDateTime at(YearFigures year) {
        return year.knownAt().atZone(Paris.ZONE);
    }

    private static List<KeyFigure> figures(YearFigures year, List<String> keys, FigureWords words) {
        return keys.stream().map(key -> KeyFigure.of(year, key, words)).toList();
    }

    private static List<Chapter> chapters(YearFigures year, FigureWords words, ChartMaker charts) {
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
            FigureWords words,
            ChartMaker charts) {
        var drawn = breakdowns.stream()
                .flatMap(breakdown -> year.breakdown(breakdown).stream())
                .map(charts::chart)
                .toList();
        return new Chapter(words.text("chapter." + key), drawn, figures(year, figures, words));
    }

    private static List<Definition> definitions(FigureWords words) {
        var figures = Indicators.FIGURES.stream()
                .map(figure -> new Definition(
                        words.text("figure." + figure.key()), words.text("figure." + figure.key() + ".what")));
        return figures.toList();
    }
}
