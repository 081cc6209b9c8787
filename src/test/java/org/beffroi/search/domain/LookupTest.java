package org.beffroi.search.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.incident.IncidentCatalogue.Entry;
import org.beffroi.search.domain.LookupStore.Hit;
import org.beffroi.search.domain.Sheaf.Row;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** The index alone, filled by hand: how far back is looked, and how much is taken. Nothing of it is kept. */
@BeffroiTest
class LookupTest {
    private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
    private static final Viewer DESK = Viewer.system("test");
    private static final Viewer AGENCY =
            new Viewer(new UUID(0, 9), "ARS", Set.of(Role.AGENCY), Scope.regions(Set.of("84")));

    @Autowired
    IndexStore store;

    @Autowired
    Lookup lookup;

    @Autowired
    TransactionOperations transaction;

    private static Row row(int n, View view, boolean open, Instant at, String region) {
        var entry = new Entry(new UUID(7, n), new UUID(8, n), World.NATIONAL, region, null, open, at);
        return new Row(entry, view, 0, Marks.of(view, entry), "", List.of("lanterne", "w" + n));
    }

    private void with(List<Row> rows, Runnable test) {
        transaction.executeWithoutResult(status -> {
            store.write(rows.stream().map(row -> row.entry().declaration()).toList(), rows);
            test.run();
            status.setRollbackOnly();
        });
    }

    private List<Hit> hits(Viewer viewer, @Nullable Boolean open, SearchQuery.@Nullable Since since) {
        var query = new SearchQuery("lanternes", null, open, since, null, World.NATIONAL, 1);
        return Objects.requireNonNull(lookup.hits(query, Wish.of(query.text()), viewer, NOW))
                .hits();
    }

    /** One in each month of ten years, open or closed. */
    private static List<Row> months() {
        return IntStream.range(0, 120)
                .mapToObj(n ->
                        row(n, View.ALL, n % 40 == 39, NOW.minusSeconds(n * 30L * 86_400), n % 2 == 0 ? "84" : "93"))
                .toList();
    }

    @Test
    void findsEachOnceOpenOnesFirstThenTheLatest() {
        with(months(), () -> {
            var found =
                    hits(DESK, null, null).stream().map(hit -> hit.declaration().getLeastSignificantBits());
            var expected = IntStream.concat(
                            IntStream.of(39, 79, 119), IntStream.range(0, 120).filter(n -> n % 40 != 39))
                    .mapToObj(Long::valueOf)
                    .toList();
            assertThat(found).containsExactlyElementsOf(expected);
            assertThat(hits(DESK, true, null)).hasSize(3);
            assertThat(hits(DESK, false, null)).hasSize(117);
            assertThat(hits(DESK, null, SearchQuery.Since.YEAR)).hasSize(13);
            assertThat(hits(DESK, null, SearchQuery.Since.WEEK)).hasSize(1);
        });
    }

    @Test
    void takesNoMoreThanThereIsRoomFor() {
        var many = IntStream.range(0, Lookup.MOST + 200)
                .mapToObj(n -> row(n, View.ALL, n < 50, NOW.minusSeconds(n * 3_600L), "84"))
                .toList();
        with(many, () -> {
            var query = new SearchQuery("lanterne", null, null, null, null, World.NATIONAL, 1);
            var result = Objects.requireNonNull(lookup.hits(query, Wish.of(query.text()), DESK, NOW));
            assertThat(result.over()).isTrue();
            assertThat(result.hits()).hasSize(Lookup.MOST);
            assertThat(result.hits().getFirst().declaration()).isEqualTo(new UUID(7, 0));
        });
        with(months(), () -> {
            var query = new SearchQuery("lanterne", null, null, null, null, World.NATIONAL, 1);
            assertThat(Objects.requireNonNull(lookup.hits(query, Wish.of(query.text()), DESK, NOW))
                            .over())
                    .isFalse();
        });
    }

    /** By its own view, its own region, and what is told wherever it sees a declaration: dated by that, whenever the other was declared. */
    @Test
    void looksForAnAgencyThroughItsOwnViewsOnly() {
        var own = NOW.minusSeconds(400L * 86_400);
        var incident = new UUID(8, 900);
        var told = new Entry(new UUID(7, 900), incident, World.NATIONAL, "93", null, false, NOW);
        var named = new Entry(new UUID(7, 901), incident, World.NATIONAL, "84", null, false, own);
        var rows = List.of(
                row(1, View.ALL, true, NOW, "84"),
                row(2, View.REGION, true, NOW, "93"),
                row(3, View.REGION, false, NOW, "84"),
                row(4, View.TOLD, true, NOW, "93"),
                new Row(told, View.TOLD, 0, Marks.of(View.TOLD, told), "", List.of("lanterne")),
                new Row(named, View.NAMES, 0, Marks.of(View.NAMES, named), "hopital", List.of("hopital")));
        with(rows, () -> {
            assertThat(hits(AGENCY, null, null))
                    .containsExactly(
                            new Hit(new UUID(8, 3), new UUID(7, 3), NOW), new Hit(incident, told.declaration(), own));
            assertThat(hits(AGENCY, null, SearchQuery.Since.YEAR))
                    .extracting(Hit::declaration)
                    .containsExactly(new UUID(7, 3));
            assertThat(hits(DESK, null, null)).extracting(Hit::declaration).containsExactly(new UUID(7, 1));
        });
    }
}
