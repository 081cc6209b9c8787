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
import org.beffroi.shared.Paris;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Answers with figures. The cases of a world are remembered until something new is recorded in it, and so is each year that was asked for:
 * a reader of the page costs one look at the journal's end. All that the public may ask of a world is in one record, whatever the day.
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
    private final Worlds collections;
    private final YearMaker maker;
    private final Remembered<Bucket, Known> worlds = new Remembered<>(WORLDS_KEPT, AT_A_TIME);
    private final Remembered<Bucket, List<Integer>> numbers = new Remembered<>(YEARS_KEPT, AT_A_TIME);
    private final Remembered<YearAsked, YearFigures> years = new Remembered<>(YEARS_KEPT, AT_A_TIME);
    private final Remembered<Bucket, PublicRecord> records = new Remembered<>(WORLDS_KEPT, AT_A_TIME);

    Observatory(Journal journal, CaseReader reader, Clock clock, Taxonomy taxonomy) {
        this.journal = journal;
        this.reader = reader;
        this.clock = clock;
        this.taxonomy = taxonomy;
        this.collections = new Worlds(taxonomy);
        this.maker = new YearMaker(taxonomy);
    }

    /**
     * What is known of a world: by a day, or by now; the position tells whether anything was added since. Of two facts written at the same
     * time the first may be seen last, below a position already known: so «now» is looked at anew every minute, and so is a day that has
     * just begun; one that is past, once a day.
     */
    private record Bucket(World world, @Nullable LocalDate day, Instant looked, long position) {}

    /** A year, and all those of which the same reader may have figures, the newest first. */
    public record OneYear(YearFigures figures, List<Integer> years) {}

    private record YearAsked(
            Bucket bucket,
            int year,
            LocalDate today,
            @Nullable String region) {}

    /** One reader's request, once it is known to be allowed. */
    private record Asked(World world, Sight sight, Instant now) {
        Instant knownAt() {
            return sight.knownAt(now);
        }

        LocalDate today() {
            return CaseMaker.day(now);
        }
    }

    /** @throws Refusal when the year has not begun, at that day or at all, or when the reader may not see that region */
    public YearFigures year(Viewer viewer, FigureRequest question, int year) {
        return oneYear(viewer, question, year).figures();
    }

    /** As {@link #year}, and where one can go from there. */
    public OneYear oneYear(Viewer viewer, FigureRequest question, int year) {
        var asked = asked(viewer, question);
        if (year > asked.today().getYear()) {
            throw Refusal.invalid("observatory.error.future-year", String.valueOf(year));
        }
        var knownOn = CaseMaker.day(asked.knownAt());
        if (knownOn.getYear() < year) {
            throw Refusal.invalid("observatory.error.not-begun", String.valueOf(year), knownOn.toString());
        }
        return new OneYear(figures(asked, year), numbers(asked));
    }

    /** Every year of which the reader may have figures, the newest first; the present one also when it is empty. */
    public List<YearFigures> years(Viewer viewer, FigureRequest question) {
        var asked = asked(viewer, question);
        return numbers(asked).stream().map(year -> figures(asked, year)).toList();
    }

    /** Their numbers alone. */
    public List<Integer> yearNumbers(Viewer viewer, FigureRequest question) {
        return numbers(asked(viewer, question));
    }

    /** Codes of collections other than the national one. */
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

    private Asked asked(Viewer viewer, FigureRequest question) {
        var now = clock.instant();
        var world = question.world();
        check(question);
        var sight = Sight.of(viewer, question, collections.areOpen(world), CaseMaker.day(now));
        return new Asked(world, sight, now);
    }

    private YearFigures figures(Asked asked, int year) {
        var sight = asked.sight();
        if (sight.published()) {
            return told(asked).year(year, CaseMaker.day(asked.knownAt()));
        }
        var bucket = bucket(asked, sight.day());
        var knownAt = asked.knownAt();
        var order = new Order(asked.world().code(), year, sight.region(), knownAt);
        return years.get(
                        new YearAsked(bucket, year, CaseMaker.day(knownAt), sight.region()),
                        () -> maker.whole(order, known(asked, bucket)))
                .asOf(knownAt);
    }

    private List<Integer> numbers(Asked asked) {
        var present = CaseMaker.day(asked.knownAt());
        var known = new TreeSet<Integer>(asked.sight().published() ? told(asked).years(present) : yearsKnown(asked));
        if (asked.world().equals(World.NATIONAL)) {
            known.add(present.getYear());
        }
        return List.copyOf(known.descendingSet());
    }

    private List<Integer> yearsKnown(Asked asked) {
        var bucket = bucket(asked, asked.sight().day());
        return numbers.get(bucket, () -> List.copyOf(known(asked, bucket).years()));
    }

    private Known known(Asked asked, Bucket bucket) {
        return worlds.get(bucket, () -> reader.before(asked.knownAt(), asked.world()));
    }

    /** To the first of the present month, whatever day was asked for: what was told before is in it. */
    private PublicRecord told(Asked asked) {
        var last = asked.today().withDayOfMonth(1);
        return records.get(bucket(asked, last), () -> reader.told(last, asked.world(), maker));
    }

    private Bucket bucket(Asked asked, @Nullable LocalDate day) {
        var knownAt = day == null ? asked.now() : Paris.startOf(day);
        var past = knownAt.plus(1, ChronoUnit.HOURS).isBefore(asked.now());
        var looked = asked.now().truncatedTo(past ? ChronoUnit.DAYS : ChronoUnit.MINUTES);
        return new Bucket(asked.world(), day, looked, reader.lastPosition(knownAt, asked.world()));
    }

    private void check(FigureRequest question) {
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
