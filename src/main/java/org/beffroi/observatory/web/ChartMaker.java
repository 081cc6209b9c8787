package org.beffroi.observatory.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.beffroi.observatory.domain.Breakdown;
import org.beffroi.observatory.domain.Breakdown.Cell;
import org.beffroi.observatory.domain.YearFigures;
import org.beffroi.observatory.web.Chart.Row;

/** Draws what the reader may see, and says it. Made of the same record as the JSON, so that nothing else can slip in. */
final class ChartMaker {
    private static final int SHADES = 5;

    private final YearFigures year;
    private final FigureWords words;

    ChartMaker(YearFigures year, FigureWords words) {
        this.year = year;
        this.words = words;
    }

    Chart chart(Breakdown breakdown) {
        var total = breakdown.total();
        var caption = total == null
                ? words.text("caption.hidden")
                : words.text(breakdown.partition() ? "caption" : "caption.several", words.base(breakdown.of(), total));
        return new Chart(
                breakdown.key(),
                words.text("breakdown." + breakdown.key()),
                words.text("column." + breakdown.key()),
                words.text("breakdown." + breakdown.key() + ".what"),
                say(breakdown),
                caption,
                breakdown.hasSuppressed(),
                rows(breakdown));
    }

    private List<Row> rows(Breakdown breakdown) {
        var rows = new ArrayList<Row>();
        for (var cell : order(breakdown)) {
            rows.add(row(breakdown, cell));
        }
        return rows;
    }

    /** Where several answers are possible, the frequent ones first and those that nobody gave left out. */
    private static List<Cell> order(Breakdown breakdown) {
        if (breakdown.partition() && !breakdown.key().equals("country")) {
            return breakdown.cells();
        }
        return breakdown.cells().stream()
                .filter(cell -> cell.suppressed() || count(cell) > 0)
                .sorted(Comparator.comparingLong(ChartMaker::count).reversed())
                .toList();
    }

    private static long count(Cell cell) {
        return cell.n() == null ? 0 : cell.n();
    }

    private Row row(Breakdown breakdown, Cell cell) {
        var largest = Math.max(1, breakdown.largest());
        var share = cell.share();
        return new Row(
                cell.code(),
                breakdown.key().equals("month") ? words.shortMonth(cell.code()) : label(breakdown, cell),
                cell.n() == null ? null : words.number(cell.n()),
                share == null ? null : words.percent(share.percent()),
                Math.round(1000.0 * count(cell) / largest) / 10.0,
                style(breakdown, cell));
    }

    private static String style(Breakdown breakdown, Cell cell) {
        return switch (breakdown.key()) {
            case "month" -> breakdown.partCodes().contains(cell.code()) ? "part" : "";
            case "region" ->
                "r-" + cell.code() + (cell.suppressed() ? " suppressed" : " l-" + shade(count(cell), breakdown));
            default -> "";
        };
    }

    /** A fifth of the largest is one shade. */
    private static long shade(long count, Breakdown breakdown) {
        var step = step(breakdown);
        return Math.min(SHADES - 1, count / step);
    }

    static long step(Breakdown breakdown) {
        return breakdown.largest() / SHADES + 1;
    }

    /** From and to of each shade of the map. */
    List<String> legend(Breakdown breakdown) {
        var step = step(breakdown);
        var ranges = new ArrayList<String>();
        for (long shade = 0; shade < SHADES; shade++) {
            ranges.add(words.text("range", shade * step, (shade + 1) * step - 1));
        }
        return ranges;
    }

    private String say(Breakdown breakdown) {
        var seen = breakdown.cells().stream().filter(cell -> count(cell) > 0).toList();
        if (seen.isEmpty()) {
            return year.nothing() ? "" : words.text("say.nothing");
        }
        return switch (breakdown.key()) {
            case "month" -> months(breakdown);
            case "delay" -> within24Hours(breakdown, seen);
            default -> most(breakdown, seen);
        };
    }

    /** Only whole months may be compared; of those that are shown, also one in which nothing happened. */
    private String months(Breakdown breakdown) {
        var whole = breakdown.cells().stream()
                .filter(cell -> !cell.suppressed() && !breakdown.partCodes().contains(cell.code()))
                .toList();
        if (whole.size() < 2) {
            return "";
        }
        var most =
                whole.stream().max(Comparator.comparingLong(ChartMaker::count)).orElseThrow();
        var least =
                whole.stream().min(Comparator.comparingLong(ChartMaker::count)).orElseThrow();
        if (count(most) == count(least)) {
            return words.text("say.months.same", words.number(count(most)));
        }
        return words.text(
                breakdown.hasSuppressed() ? "say.months.shown" : "say.months",
                label(breakdown, most),
                words.number(count(most)),
                label(breakdown, least),
                words.number(count(least)));
    }

    /** What the public was told of the year until now, the oldest first. */
    Chart running() {
        var largest = Math.max(1, year.running().getLast().atMost());
        var rows = year.running().stream()
                .map(total -> new Row(
                        total.knownAt().toString(),
                        words.date(total.knownAt()),
                        words.range(total),
                        null,
                        Math.round(1000.0 * total.atLeast() / largest) / 10.0,
                        ""))
                .toList();
        return new Chart(
                "running",
                words.text("running.chart"),
                words.text("running.column"),
                words.text("running.what"),
                "",
                words.text("running.caption"),
                false,
                rows);
    }

    private String within24Hours(Breakdown breakdown, List<Cell> seen) {
        var sameDay = year.figure("same-day").share();
        var day = year.figure("within-24-hours").share();
        if (sameDay == null || day == null) {
            return most(breakdown, seen);
        }
        return words.text("say.delay", words.share(sameDay), words.percent(day.percent()));
    }

    private String most(Breakdown breakdown, List<Cell> seen) {
        var most =
                seen.stream().max(Comparator.comparingLong(ChartMaker::count)).orElseThrow();
        var share = most.share();
        var label = label(breakdown, most);
        var key = breakdown.hasSuppressed() ? "say.shown" : "say.most";
        return share == null
                ? words.text(key + ".count", label, words.number(count(most)))
                : words.text(key, label, words.number(count(most)), words.share(share));
    }

    private String label(Breakdown breakdown, Cell cell) {
        return words.label(breakdown.key(), breakdown.vocabulary(), cell.code());
    }
}
