package org.beffroi.observatory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.beffroi.observatory.domain.Figure;
import org.beffroi.observatory.domain.Indicators;
import org.beffroi.observatory.domain.YearFigures;
import org.jspecify.annotations.Nullable;

/**
 * One figure as people see it.
 *
 * @param big the number or percentage, a dash when nobody says; null when suppressed
 * @param of denominator, growth, and what else it cannot be read without
 */
public record KeyFigure(String key, String label, @Nullable String big, List<String> of) {
    /** Shown as a percentage, the count below. */
    private static final List<String> AS_SHARE =
            List.of("malicious", "degraded", "obliged-declared", "entry-point-found");

    public KeyFigure {
        of = List.copyOf(of);
    }

    /** The one figure that the public has before the release. */
    static KeyFigure running(YearFigures year, FigureWords words) {
        var label = words.text("figure.incidents");
        if (year.running().isEmpty()) {
            return new KeyFigure("incidents", label, "–", List.of(words.text("running.none-yet")));
        }
        var last = year.running().getLast();
        var lines = last.none() ? List.<String>of() : List.of(words.text("running.within"));
        return new KeyFigure("incidents", label, words.range(last), lines);
    }

    static KeyFigure of(YearFigures year, String key, FigureWords words) {
        var figure = year.figure(key);
        if (figure.n() == null) {
            var why = words.text(figure.suppressed() ? "suppressed" : "nobody-says");
            return new KeyFigure(key, words.text("figure." + key), figure.suppressed() ? null : "–", List.of(why));
        }
        var lines = new ArrayList<String>();
        var big = words.number(figure.n());
        var share = figure.share();
        if (share != null) {
            var asShare = AS_SHARE.contains(key);
            big = asShare ? words.percent(share.percent()) : big;
            lines.add(asShare ? words.parts(share) : words.share(share));
            if (share.points() != null && share.points() != 0) {
                lines.add(words.text("since-last-year", words.points(share.points()), String.valueOf(year.year() - 1)));
            }
        } else if (hasShare(key) && !Objects.equals(figure.n(), 0L)) {
            lines.add(words.text(key.equals("obliged-declared") ? "obliged-not-known" : "share-hidden"));
        }
        more(year, figure, words, lines);
        return new KeyFigure(key, words.text("figure." + key), big, lines);
    }

    /** For a place where there is room for the denominator alone. */
    KeyFigure shareOnly(YearFigures year) {
        var isShare = big != null && year.figure(key).share() != null;
        return new KeyFigure(key, label, big, isShare ? of.subList(0, 1) : List.of());
    }

    private static boolean hasShare(String key) {
        return Indicators.FIGURES.stream()
                .anyMatch(definition -> definition.key().equals(key) && definition.of() != null);
    }

    private static void more(YearFigures year, Figure figure, FigureWords words, List<String> lines) {
        if (figure.growth() != null && figure.n() != null) {
            lines.add(words.growth(figure.growth(), year.year()));
        }
        var proven = year.figure("endangered-proven").n();
        if (figure.key().equals("endangered") && proven != null && !Objects.equals(figure.n(), 0L)) {
            lines.add(words.text("of-which-proven", proven));
        }
    }
}
