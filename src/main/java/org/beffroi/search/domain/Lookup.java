package org.beffroi.search.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.search.domain.LookupStore.Hit;
import org.beffroi.search.domain.LookupStore.Look;
import org.beffroi.search.domain.Wish.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks through the index from what matters most to what matters least, and no further than there is room: among open incidents, then from quarter to
 * quarter back. A word of every tenth message is found in the last months, without reading those of all years.
 */
@Component
class Lookup {
    /** Declarations; those of one incident count as many. */
    static final int MOST = 1_100;

    private static final int EVER = Integer.MAX_VALUE;

    /** With which quarter before the present one each look back begins: this one, two more, one year more, two years more, all the others. */
    private static final int[] STEPS = {0, 2, 6, 14, EVER};

    private final LookupStore store;

    Lookup(LookupStore store) {
        this.store = store;
    }

    /**
     * @param hits open ones first, then the latest
     * @param over there may be more
     * @param terms by which they were found
     */
    record Result(List<Hit> hits, boolean over, List<Term> terms) {}

    /** One circle of texts: a view, and whether it is for whoever sees the incident. */
    private record Circle(View view, boolean told) {}

    /** @return null when nothing that was typed tells one text from another */
    @Nullable
    Result hits(SearchQuery query, Wish wish, Viewer viewer, Instant now) {
        store.prepare();
        var understood = store.understand(Sought.terms(wish));
        var sought = Sought.query(wish, understood);
        if (sought == null) {
            return null;
        }
        var hits = new ArrayList<Hit>();
        for (var step : steps(query, now)) {
            var here = new ArrayList<Hit>();
            for (var circle : circles(query, viewer)) {
                int room = MOST - hits.size() - here.size();
                if (room > 0) {
                    here.addAll(store.hits(step.look(sought, query, circle, viewer), viewer, room));
                }
            }
            here.sort(Comparator.comparing(Hit::declaredAt).reversed());
            hits.addAll(here);
            if (hits.size() >= MOST) {
                break;
            }
        }
        return new Result(hits, hits.size() >= MOST, Sought.telling(wish, understood));
    }

    /** What the viewer may look through: the desk everything, an agency what it reads of its declarations and of the incidents they lie in, others nothing. */
    private static List<Circle> circles(SearchQuery query, Viewer viewer) {
        var wished = query.in();
        if (viewer.atTheDesk()) {
            return List.of(new Circle(wished == null ? View.ALL : wished, false));
        }
        if (!viewer.is(Role.AGENCY)) {
            return List.of();
        }
        if (wished == null) {
            return List.of(new Circle(View.REGION, false), new Circle(View.TOLD, true));
        }
        if (wished == View.SEEN) {
            return List.of(new Circle(View.TOLD, true));
        }
        return wished.ofDeclaration() ? List.of(new Circle(wished, false)) : List.of();
    }

    private static List<Step> steps(SearchQuery query, Instant now) {
        var since = query.since() == null
                ? null
                : now.atZone(ZoneOffset.UTC).minus(query.since().period()).toInstant();
        var steps = new ArrayList<Step>();
        if (!Boolean.FALSE.equals(query.open())) {
            steps.add(new Step(true, EVER, -1, since, now));
        }
        if (!Boolean.TRUE.equals(query.open())) {
            int to = -1;
            for (int from : STEPS) {
                if (since == null || Marks.start(now, to).isAfter(since)) {
                    steps.add(new Step(false, from, to, since, now));
                }
                to = from;
            }
        }
        return steps;
    }

    /**
     * A part of all time.
     *
     * @param open open incidents, of any age; else closed ones
     * @param from quarters before the present one with which it begins; {@link #EVER}: with the first of all
     * @param to the quarter behind its last
     * @param since what was asked for; null: whenever
     */
    private record Step(
            boolean open, int from, int to, @Nullable Instant since, Instant now) {
        /**
         * The index tells quarters by marks, as long as these can be counted. What is told lies under whatever declaration of the incident, while its
         * place in time is that of those that the viewer sees: no mark knows of them.
         */
        Look look(String sought, SearchQuery query, Circle circle, Viewer viewer) {
            var world = query.world();
            var region = circle.told() ? null : region(query, viewer);
            var byQuarter = !open && !circle.told() && from != EVER;
            var marks = open
                    ? Marks.open(circle.view(), world, region)
                    : byQuarter
                            ? Marks.closedIn(circle.view(), world, region, now, from, to)
                            : Marks.closed(circle.view(), world, region);
            var bounded = !open && !byQuarter;
            return new Look(
                    Sought.marked(sought, marks),
                    circle.view(),
                    circle.told(),
                    world,
                    query.region(),
                    later(since, bounded && from != EVER ? Marks.start(now, from) : null),
                    bounded && to >= 0 ? Marks.start(now, to) : null);
        }
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    /** All rows of one region bear its mark: the index then need not find those of the others first. */
    private static @Nullable String region(SearchQuery query, Viewer viewer) {
        if (query.region() != null) {
            return query.region();
        }
        var scope = viewer.scope();
        return !scope.national()
                        && scope.structures().isEmpty()
                        && scope.regions().size() == 1
                ? scope.regions().iterator().next()
                : null;
    }
}
