package org.beffroi.observatory.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.beffroi.access.Viewer;
import org.beffroi.journal.Journal;
import org.beffroi.observatory.domain.YearMaker.Order;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Answers with figures. The cases of a world are remembered until something new is recorded in it, and so is each year that was asked for:
 * a reader of the page costs one look at the journal's end.
 */
@Service
public class Observatory {
    private static final int WORLDS_KEPT = 6;
    private static final int YEARS_KEPT = 120;

    /** Answers worked out at a time: each reads a world's facts once through, on a database connection of its own. */
    private static final int AT_A_TIME = 2;

    private final Journal journal;
    private final CaseReader reader;
    private final Clock clock;
    private final Taxonomy taxonomy;
    private final YearMaker maker;
    private final Remembered<Bucket, Known> worlds = new Remembered<>(WORLDS_KEPT, AT_A_TIME);
    private final Remembered<Bucket, List<Integer>> numbers = new Remembered<>(YEARS_KEPT, AT_A_TIME);
    private final Remembered<YearAsked, YearFigures> years = new Remembered<>(YEARS_KEPT, AT_A_TIME);

    Observatory(Journal journal, CaseReader reader, Clock clock, Taxonomy taxonomy) {
        this.journal = journal;
        this.reader = reader;
        this.clock = clock;
        this.taxonomy = taxonomy;
        this.maker = new YearMaker(taxonomy);
    }

    /**
     * What is known of a world: by a day, or by now; the position tells whether anything was added since. Of two facts written at the same
     * time the first may be seen last, below a position already known: so «now» is looked at anew every minute, a past day every hour.
     */
    private record Bucket(World world, @Nullable LocalDate day, Instant looked, long position) {}

    /** A year, and all those of which the same reader may have figures, the newest first. */
    public record OneYear(YearFigures figures, List<Integer> years) {}

    private record YearAsked(
            Bucket bucket,
            int year,
            LocalDate today,
            @Nullable String region,
            boolean published) {}

    /** @throws Refusal when the year has not begun, at that day or at all, or when the reader may not see that region */
    public YearFigures year(Viewer viewer, Question question, int year) {
        return oneYear(viewer, question, year).figures();
    }

    /** As {@link #year}, and where one can go from there. */
    public OneYear oneYear(Viewer viewer, Question question, int year) {
        var now = clock.instant();
        var today = CaseMaker.day(now);
        check(question);
        var sight = Sight.of(viewer, question, today);
        var knownAt = sight.knownAt(now);
        if (year > today.getYear()) {
            throw Refusal.invalid("observatory.error.future-year", String.valueOf(year));
        }
        if (CaseMaker.day(knownAt).getYear() < year) {
            throw Refusal.invalid(
                    "observatory.error.not-begun",
                    String.valueOf(year),
                    CaseMaker.day(knownAt).toString());
        }
        var bucket = bucket(question.world(), sight, now);
        return new OneYear(figures(bucket, year, sight, knownAt), numbers(bucket, knownAt));
    }

    /** Every year of which the reader may have figures, the newest first; the present one also when it is empty. */
    public List<YearFigures> years(Viewer viewer, Question question) {
        var now = clock.instant();
        check(question);
        var sight = Sight.of(viewer, question, CaseMaker.day(now));
        var knownAt = sight.knownAt(now);
        var bucket = bucket(question.world(), sight, now);
        return numbers(bucket, knownAt).stream()
                .map(year -> figures(bucket, year, sight, knownAt))
                .toList();
    }

    /** Their numbers alone. */
    public List<Integer> yearNumbers(Viewer viewer, Question question) {
        var now = clock.instant();
        check(question);
        var sight = Sight.of(viewer, question, CaseMaker.day(now));
        return numbers(bucket(question.world(), sight, now), sight.knownAt(now));
    }

    /** Collections other than the national one, by code. */
    public NavigableSet<String> otherWorlds() {
        var codes = new TreeSet<String>();
        journal.worlds().stream()
                .filter(world -> !world.equals(World.NATIONAL))
                .forEach(world -> codes.add(world.code()));
        return codes;
    }

    /** The regions whose own figures a reader may open. */
    public List<String> regionsOf(Viewer viewer) {
        var scope = viewer.scope();
        return taxonomy.vocabulary("region").codes().stream()
                .filter(region -> scope.national() || scope.regions().contains(region))
                .toList();
    }

    private YearFigures figures(Bucket bucket, int year, Sight sight, Instant knownAt) {
        var asked = new YearAsked(bucket, year, CaseMaker.day(knownAt), sight.region(), sight.published());
        var order = new Order(bucket.world().code(), year, sight.region(), knownAt, sight.published());
        return years.get(asked, () -> maker.make(order, known(bucket, knownAt))).asOf(knownAt);
    }

    private List<Integer> numbers(Bucket bucket, Instant knownAt) {
        return numbers.get(bucket, () -> {
            var known = new TreeSet<Integer>(known(bucket, knownAt).years());
            if (bucket.world().equals(World.NATIONAL)) {
                known.add(CaseMaker.day(knownAt).getYear());
            }
            return List.copyOf(known.descendingSet());
        });
    }

    private Bucket bucket(World world, Sight sight, Instant now) {
        var looked = now.truncatedTo(sight.day() == null ? ChronoUnit.MINUTES : ChronoUnit.HOURS);
        return new Bucket(world, sight.day(), looked, reader.lastPosition(sight.knownAt(now), world));
    }

    private Known known(Bucket bucket, Instant knownAt) {
        return worlds.get(bucket, () -> reader.before(knownAt, bucket.world()));
    }

    private void check(Question question) {
        var region = question.region();
        if (region != null && !taxonomy.vocabulary("region").has(region)) {
            throw Refusal.invalid("observatory.error.region", region);
        }
        if (!question.national() && !journal.worlds().contains(question.world())) {
            throw Refusal.notFound(
                    "observatory.error.no-world", question.world().code());
        }
    }
}
