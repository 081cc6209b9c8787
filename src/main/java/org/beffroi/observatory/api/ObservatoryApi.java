package org.beffroi.observatory.api;

import java.util.List;
import java.util.SortedSet;
import org.apache.commons.csv.CSVFormat;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Viewer;
import org.beffroi.observatory.domain.Breakdown.Cell;
import org.beffroi.observatory.domain.FigureRequest;
import org.beffroi.observatory.domain.Indicators;
import org.beffroi.observatory.domain.Indicators.BreakdownDefinition;
import org.beffroi.observatory.domain.Indicators.FigureDefinition;
import org.beffroi.observatory.domain.Observatory;
import org.beffroi.observatory.domain.Share;
import org.beffroi.observatory.domain.Wish;
import org.beffroi.observatory.domain.YearFigures;
import org.beffroi.shared.Paris;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of the pages, as data. What is suppressed there is null here. */
@RestController
class ObservatoryApi {
    private final Observatory observatory;

    ObservatoryApi(Observatory observatory) {
        this.observatory = observatory;
    }

    /** What there is, and what each indicator counts. */
    public record Contents(
            List<Integer> years,
            SortedSet<String> otherWorlds,
            List<FigureDefinition> figures,
            List<BreakdownDefinition> breakdowns) {}

    @GetMapping("/api/v1/observatory")
    @OpenToAll
    Contents contents(@RequestParam(required = false) @Nullable String world, Viewer viewer) {
        var years = observatory.yearNumbers(viewer, FigureRequest.read(new Wish(world, null, null)));
        return new Contents(years, observatory.otherWorlds(), Indicators.FIGURES, Indicators.BREAKDOWNS);
    }

    @GetMapping(path = "/api/v1/observatory/{year}", produces = "application/json")
    @OpenToAll
    YearFigures year(@PathVariable String year, @ParameterObject Wish wish, Viewer viewer) {
        return observatory.year(viewer, FigureRequest.read(wish), FigureRequest.year(year));
    }

    /**
     * One line a count, RFC 4180. An empty count is not published; before a year's release there is the range that it lies in, under
     * {@code incidents-so-far} with the day at which it was known as its code.
     */
    @GetMapping(path = "/api/v1/observatory/{year}/counts.csv", produces = "text/csv;charset=UTF-8")
    @OpenToAll
    String csv(@PathVariable String year, @ParameterObject Wish wish, Viewer viewer) {
        var figures = year(year, wish, viewer);
        var csv = new StringBuilder();
        line(
                csv,
                "year",
                "known_at",
                "indicator",
                "code",
                "count",
                "suppressed",
                "denominator_name",
                "denominator",
                "at_least",
                "at_most");
        for (var total : figures.running()) {
            var day = total.knownAt();
            line(
                    csv,
                    figures.year(),
                    Paris.startOf(day),
                    "incidents-so-far",
                    day,
                    null,
                    true,
                    null,
                    null,
                    total.atLeast(),
                    total.atMost());
        }
        for (var figure : figures.figures()) {
            count(csv, figures, figure.key(), new Cell("", figure.n(), figure.suppressed(), figure.share()));
        }
        for (var breakdown : figures.breakdowns()) {
            breakdown.cells().forEach(cell -> count(csv, figures, breakdown.key(), cell));
        }
        return csv.toString();
    }

    private static void count(StringBuilder csv, YearFigures year, String indicator, Cell cell) {
        @Nullable Share share = cell.share();
        line(
                csv,
                year.year(),
                year.knownAt(),
                indicator,
                cell.code(),
                cell.n(),
                cell.suppressed(),
                share == null ? null : share.of(),
                share == null ? null : share.denominator(),
                cell.n(),
                cell.n());
    }

    private static void line(StringBuilder csv, @Nullable Object... values) {
        csv.append(CSVFormat.RFC4180.format(values)).append("\r\n");
    }
}
