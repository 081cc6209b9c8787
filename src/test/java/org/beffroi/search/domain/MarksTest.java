package org.beffroi.search.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.beffroi.incident.IncidentCatalogue.Entry;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarksTest {
    private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");

    private static Entry entry(boolean open, String at, @Nullable String region) {
        return new Entry(new UUID(0, 1), new UUID(0, 2), World.NATIONAL, region, null, open, Instant.parse(at));
    }

    @Test
    void saysOfWhatIsOpenNoTime() {
        assertThat(Marks.of(View.ALL, entry(true, "2026-01-05T00:00:00Z", "84")))
                .containsExactly("ALL/national/open", "ALL/national/open/84");
    }

    @Test
    void saysOfWhatIsClosedItsQuarter() {
        assertThat(Marks.of(View.TOLD, entry(false, "2026-03-31T23:59:59Z", null)))
                .containsExactly("TOLD/national/closed", "TOLD/national/2026-1");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T03:00:00Z, 0, 2026-10-01T00:00:00Z",
        "2026-11-25T03:00:00Z, 2, 2026-04-01T00:00:00Z",
        "2026-11-25T03:00:00Z, -1, 2027-01-01T00:00:00Z",
        "2026-01-31T03:00:00Z, 0, 2026-01-01T00:00:00Z",
        "2026-03-31T03:00:00Z, 5, 2024-10-01T00:00:00Z",
    })
    void countsQuartersBack(Instant now, int before, Instant start) {
        assertThat(Marks.start(now, before)).isEqualTo(start);
    }

    /** Whenever it was closed, exactly one look finds it: by a mark of its quarter, or before all quarters that are told apart. */
    @Test
    void leavesNoQuarterOut() {
        var marks = new ArrayList<String>();
        marks.addAll(Marks.closedIn(View.ALL, World.NATIONAL, null, NOW, 2, -1));
        marks.addAll(Marks.closedIn(View.ALL, World.NATIONAL, null, NOW, 6, 2));
        marks.addAll(Marks.closedIn(View.ALL, World.NATIONAL, null, NOW, 14, 6));
        assertThat(marks).doesNotHaveDuplicates().hasSize(16);
        var first = Marks.start(NOW, 14);
        for (var at = first; at.isBefore(NOW.plusSeconds(60L * 86_400)); at = at.plusSeconds(86_400)) {
            assertThat(Marks.of(View.ALL, entry(false, at.toString(), null)))
                    .filteredOn(marks::contains)
                    .as(at.toString())
                    .hasSize(1);
        }
        assertThat(Marks.of(View.ALL, entry(false, first.minusSeconds(1).toString(), null)))
                .noneMatch(marks::contains);
    }

    @Test
    void asksForOneRegionWhereThatIsKnown() {
        assertThat(Marks.open(View.REGION, World.NATIONAL, "93")).containsExactly("REGION/national/open/93");
        assertThat(Marks.closedIn(View.REGION, World.NATIONAL, "93", NOW, 0, -1))
                .containsExactly("REGION/national/2026-4/93", "REGION/national/2027-1/93");
    }
}
