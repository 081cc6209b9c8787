package org.beffroi.observatory.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A year's figures, as one reader may see them: the page, the JSON and the CSV are made of this.
 *
 * @param region INSEE code when they are one region's only
 * @param stage whether these are all figures, and whether small counts are suppressed
 * @param knownAt nothing that was recorded at this instant or later is in them
 * @param releaseOn the day on which the public was told, or will be if enough is known; null for readers who see all
 * @param foreign told by country, not by French region
 * @param since from when repeat declarants are accumulated
 * @param running what the public is told before the release, month after month; else empty, and then figures and breakdowns are not
 */
public record YearFigures(
        String world,
        int year,
        @Nullable String region,
        Stage stage,
        Instant knownAt,
        @Nullable LocalDate releaseOn,
        boolean foreign,
        Period period,
        LocalDate since,
        List<RunningTotal> running,
        List<Figure> figures,
        List<Breakdown> breakdowns) {

    public YearFigures {
        running = List.copyOf(running);
        figures = List.copyOf(figures);
        breakdowns = List.copyOf(breakdowns);
    }

    /** The same figures, looked up later: nothing has been recorded since. */
    YearFigures asOf(Instant later) {
        return new YearFigures(
                world, year, region, stage, later, releaseOn, foreign, period, since, running, figures, breakdowns);
    }

    /** @throws IllegalArgumentException when there is no such figure */
    public Figure figure(String key) {
        return figures.stream()
                .filter(figure -> figure.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no figure " + key));
    }

    /** Empty for {@code region} in a foreign world, and for {@code country} at home. */
    public Optional<Breakdown> breakdown(String key) {
        return breakdowns.stream()
                .filter(breakdown -> breakdown.key().equals(key))
                .findFirst();
    }

    /** Whether nothing was declared at all, which is not the same as too little to be shown, or as not shown yet. */
    public boolean nothing() {
        if (stage == Stage.RUNNING) {
            return false;
        }
        var n = figure("incidents").n();
        return n != null && n == 0;
    }

    public boolean hasSuppressed() {
        return figures.stream().anyMatch(Figure::suppressed)
                || breakdowns.stream().anyMatch(Breakdown::hasSuppressed);
    }
}
