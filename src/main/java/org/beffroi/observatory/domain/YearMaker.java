package org.beffroi.observatory.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.beffroi.observatory.domain.Breakdown.Cell;
import org.beffroi.observatory.domain.Indicators.BreakdownDefinition;
import org.beffroi.observatory.domain.Indicators.FigureDefinition;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;

/** Makes a year's figures of what is known. The numbers are counted once; what is shown of them is the disclosure's to say. */
final class YearMaker {
    /** Codes that are shown only where something was counted under them. */
    private static final Set<String> OCCASIONAL = Set.of("NOT_KNOWN", CountedCase.NOT_SAID, "DUPLICATE");

    private final Taxonomy taxonomy;

    YearMaker(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /**
     * @param year whose figures
     * @param region INSEE code for one region's figures; null for all
     * @param knownAt as of when; what is known holds nothing later
     */
    record Order(String world, int year, @Nullable String region, Instant knownAt) {
        Period period() {
            return Period.of(year, knownAt);
        }
    }

    /** Everything, for those who may see it. */
    YearFigures whole(Order order, Known all) {
        var known = order.region() == null ? all : all.within(order.region());
        var now = Counted.all(tally(known, order.period()));
        return figures(
                new Content(order, all, now, Before.of(known, order.period(), all.firstDay()), Stage.WHOLE, null));
    }

    /**
     * What the public is told of a year on its release day.
     *
     * @param yearBefore what it was told of the year before; null when it was told nothing
     */
    YearFigures release(Order order, Known known, Counted told, @Nullable Counted yearBefore, LocalDate day) {
        var before = Before.of(known, order.period(), yearBefore);
        return figures(new Content(order, known, told, before, Stage.RELEASED, day));
    }

    private record Content(
            Order order,
            Known known,
            Counted now,
            Before before,
            Stage stage,
            @Nullable LocalDate releaseOn) {}

    private YearFigures figures(Content content) {
        var order = content.order();
        var foreign = content.known().foreign();
        var period = order.period().collectedFrom(content.known().firstDay());
        return new YearFigures(
                order.world(),
                order.year(),
                order.region(),
                content.stage(),
                order.knownAt(),
                content.releaseOn(),
                foreign,
                period,
                content.known().began(),
                List.of(),
                Indicators.FIGURES.stream()
                        .map(definition -> figure(definition, content.now(), content.before()))
                        .toList(),
                Indicators.BREAKDOWNS.stream()
                        .filter(definition -> !definition.key().equals(foreign ? "region" : "country"))
                        .filter(definition ->
                                order.region() == null || !definition.key().equals("region"))
                        .map(definition -> breakdown(definition, content.now(), content.before(), period))
                        .toList());
    }

    static CellCounts tally(Known known, Period period) {
        return Counting.of(
                known.between(period.from(), period.until()),
                known.between(known.began(), period.until()),
                known.obligedStructures());
    }

    private static Figure figure(FigureDefinition definition, Counted now, Before before) {
        if (nobodySays(definition, now)) {
            return new Figure(definition.key(), null, false, null, null);
        }
        var shown = now.shown(definition.counted());
        var of = definition.of();
        var countable = of == null || now.tally().has(of);
        return new Figure(
                definition.key(),
                shown,
                shown == null,
                of == null || !countable
                        ? null
                        : now.share(definition.counted(), of, before.share(definition.counted(), of)),
                definition.grows() ? before.growth(definition.counted(), shown) : null);
    }

    private static boolean nobodySays(FigureDefinition definition, Counted now) {
        var unsaid = definition.unsaid();
        if (unsaid == null) {
            return false;
        }
        var all = now.tally().get(unsaid.startsWith("endangerment/") ? "handled" : "incidents");
        return all > 0 && now.tally().get(unsaid) == all;
    }

    private Breakdown breakdown(BreakdownDefinition definition, Counted now, Before before, Period period) {
        var cells = new ArrayList<Cell>();
        for (var code : codes(definition, now, period)) {
            var cell = definition.key() + "/" + code;
            var n = now.shown(cell);
            cells.add(new Cell(
                    code, n, n == null, now.share(cell, definition.of(), before.share(cell, definition.of()))));
        }
        return new Breakdown(
                definition.key(),
                definition.vocabulary(),
                definition.of(),
                now.shown(definition.of()),
                definition.partition(),
                definition.key().equals("month") ? period.partMonths() : List.of(),
                cells);
    }

    /** In the vocabulary's order; countries only where there is an incident; months only from where collecting began and as far as the year has come. */
    private List<String> codes(BreakdownDefinition definition, Counted now, Period period) {
        var counted = now.tally().codes(definition.key());
        var codes = new LinkedHashSet<String>();
        if (definition.vocabulary() != null) {
            codes.addAll(taxonomy.vocabulary(definition.vocabulary()).codes());
        }
        Stream.concat(definition.codes().stream(), counted.stream()).forEach(codes::add);
        return codes.stream()
                .filter(code -> switch (definition.key()) {
                    case "country" -> counted.contains(code);
                    case "month" -> period.months().contains(code);
                    default -> !OCCASIONAL.contains(code) || now.tells(definition.key() + "/" + code);
                })
                .toList();
    }
}
