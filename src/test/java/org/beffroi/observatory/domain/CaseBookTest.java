package org.beffroi.observatory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.observatory.domain.Growth.Reason;
import org.beffroi.shared.Fact;
import org.beffroi.shared.World;
import org.junit.jupiter.api.Test;

class CaseBookTest {
    private static final UUID DECLARATION = new UUID(1, 1);
    private static final UUID INCIDENT = new UUID(2, 1);
    private static final UUID SITE = new UUID(3, 1);
    private static final Instant JUNE = Instant.parse("2025-06-02T08:00:00Z");

    private final List<Fact> facts = new ArrayList<>();

    private static Fact fact(String type, Instant at) {
        return Fact.of(type, at, World.NATIONAL);
    }

    private Fact received(UUID declaration, UUID site, Instant at, boolean verified) {
        return fact("declaration.received", at)
                .about("declaration", declaration)
                .about("structure", site)
                .with("verified", verified)
                .with("country", "FR")
                .with("region", "53")
                .with("obliged", true)
                .with("foundAt", at.minusSeconds(3600))
                .with("state", "ONGOING")
                .with("care", "NONE");
    }

    private void opened(UUID incident, UUID declaration) {
        facts.add(fact("incident.opened", JUNE).about("incident", incident).about("declaration", declaration));
    }

    private CountedCase only() {
        var cases = Observed.known(facts).cases();
        assertThat(cases).hasSize(1);
        return cases.getFirst();
    }

    private Fact triaged() {
        return fact("incident.triaged", JUNE).about("incident", INCIDENT).with("inScope", true);
    }

    @Test
    void aDeclarationCountsOnceItIsVerified() {
        facts.add(received(DECLARATION, SITE, JUNE, false));
        opened(INCIDENT, DECLARATION);
        assertThat(Observed.known(facts).cases()).isEmpty();
        facts.add(fact("declaration.verified", JUNE).about("declaration", DECLARATION));
        assertThat(only().members()).hasSize(1);
    }

    @Test
    void whatIsAddedLaterChangesTheCareButNeverTheStateAtDeclaration() {
        facts.add(received(DECLARATION, SITE, JUNE, true));
        opened(INCIDENT, DECLARATION);
        facts.add(fact("declaration.amended", JUNE)
                .about("declaration", DECLARATION)
                .with("version", 2)
                .with("state", "RESOLVED")
                .with("care", "DEGRADED"));
        assertThat(only().state()).isEqualTo("ONGOING");
        assertThat(only().care()).isEqualTo("DEGRADED");
        assertThat(only().members().getFirst().degraded()).isTrue();
    }

    @Test
    void declarationsJoinedToOneIncidentAreOneCaseOfBothStructures() {
        var other = new UUID(1, 2);
        facts.add(received(DECLARATION, SITE, JUNE, true));
        opened(INCIDENT, DECLARATION);
        facts.add(received(other, new UUID(3, 2), JUNE.plusSeconds(60), true));
        opened(new UUID(2, 2), other);
        assertThat(Observed.known(facts).cases()).hasSize(2);
        facts.add(fact("incident.declaration-joined", JUNE)
                .about("incident", INCIDENT)
                .about("declaration", other));
        assertThat(only().members()).hasSize(2);
        facts.add(fact("incident.declaration-split", JUNE)
                .about("incident", new UUID(2, 2))
                .about("declaration", other)
                .about("from", INCIDENT));
        assertThat(Observed.known(facts).cases())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.members()).hasSize(1));
    }

    @Test
    void theDesksJudgementOfTheWholeDegradesNobodyWhoSaysOtherwise() {
        facts.add(received(DECLARATION, SITE, JUNE, true).with("care", "DEGRADED"));
        opened(INCIDENT, DECLARATION);
        for (int i = 2; i <= 10; i++) {
            facts.add(received(new UUID(1, i), new UUID(3, i), JUNE.plusSeconds(i), true));
            facts.add(fact("incident.declaration-joined", JUNE)
                    .about("incident", INCIDENT)
                    .about("declaration", new UUID(1, i)));
        }
        facts.add(triaged().with("care", "INTERRUPTED"));
        assertThat(only().care()).isEqualTo("INTERRUPTED");
        assertThat(only().members())
                .hasSize(10)
                .filteredOn(CountedCase.Member::degraded)
                .hasSize(1);
    }

    @Test
    void theDesksJudgementStandsWhereThereIsOneStructure() {
        facts.add(received(DECLARATION, SITE, JUNE, true));
        opened(INCIDENT, DECLARATION);
        facts.add(received(new UUID(1, 2), SITE, JUNE.plusSeconds(60), true));
        facts.add(fact("incident.declaration-joined", JUNE)
                .about("incident", INCIDENT)
                .about("declaration", new UUID(1, 2)));
        facts.add(triaged().with("care", "DEGRADED"));
        assertThat(only().members()).hasSize(1).allMatch(CountedCase.Member::degraded);
    }

    @Test
    void aWorldOfOtherCountriesIsToldByCountry() {
        facts.add(received(DECLARATION, SITE, JUNE, true).with("country", "US").with("region", "NY"));
        opened(INCIDENT, DECLARATION);
        var year = Observed.year(Observed.known(facts), 2025);
        assertThat(year.breakdown("region")).isEmpty();
        assertThat(year.breakdown("country")
                        .orElseThrow()
                        .cell("US")
                        .orElseThrow()
                        .n())
                .isOne();
        assertThat(year.since()).isEqualTo("2025-06-02");
    }

    @Test
    void countsTheYearsIncidentsAlsoWithoutMakingThem() {
        facts.add(received(DECLARATION, SITE, JUNE, true));
        opened(INCIDENT, DECLARATION);
        facts.add(received(new UUID(1, 2), SITE, Instant.parse("2025-12-31T23:30:00Z"), true));
        opened(new UUID(2, 2), new UUID(1, 2));
        facts.add(received(new UUID(1, 3), SITE, JUNE, false));
        opened(new UUID(2, 3), new UUID(1, 3));
        facts.add(received(new UUID(1, 4), SITE, JUNE, true));
        opened(new UUID(2, 4), new UUID(1, 4));
        facts.add(
                fact("incident.closed", JUNE).about("incident", new UUID(2, 4)).with("outcome", "DUPLICATE"));
        var book = new CaseBook();
        for (int i = 0; i < facts.size(); i++) {
            book.accept(Observed.recorded(facts.get(i), i));
        }
        assertThat(book.incidentsByYear()).isEqualTo(Map.of(2025, 1L, 2026, 1L));
        assertThat(book.known().cases()).hasSize(2);
    }

    @Test
    void theYearIsThatOfParis() {
        facts.add(received(DECLARATION, SITE, Instant.parse("2025-12-31T23:30:00Z"), true));
        opened(INCIDENT, DECLARATION);
        assertThat(only().year()).isEqualTo(2026);
    }

    @Test
    void aReopenedIncidentIsNoLongerOutOfScope() {
        facts.add(received(DECLARATION, SITE, JUNE, true));
        opened(INCIDENT, DECLARATION);
        facts.add(triaged());
        facts.add(fact("incident.closed", JUNE).about("incident", INCIDENT).with("outcome", "OUT_OF_SCOPE"));
        assertThat(only().handled()).isFalse();
        facts.add(fact("incident.reopened", JUNE).about("incident", INCIDENT));
        assertThat(only().handled()).isTrue();
    }

    @Test
    void theDesksNotKnownDoesNotEffaceWhatTheStructureKnows() {
        facts.add(received(DECLARATION, SITE, JUNE, true).with("origin", "MALICIOUS"));
        opened(INCIDENT, DECLARATION);
        facts.add(triaged().with("origin", "UNKNOWN"));
        assertThat(only().origin()).isEqualTo("MALICIOUS");
    }

    @Test
    void theShareOfObligedStructuresIsNotKnownBeforeTheDirectoryWasCounted() {
        facts.add(received(DECLARATION, SITE, JUNE, true));
        opened(INCIDENT, DECLARATION);
        assertThat(Observed.year(Observed.known(facts), 2025)
                        .figure("obliged-declared")
                        .share())
                .isNull();
        facts.add(fact("directory.counted", JUNE).with("obliged", 3975));
        var share = Observed.year(Observed.known(facts), 2025)
                .figure("obliged-declared")
                .share();
        assertThat(Objects.requireNonNull(share).denominator()).isEqualTo(3975);
    }

    @Test
    void growthSaysWhyItIsNotThere() {
        facts.add(received(DECLARATION, SITE, JUNE, true));
        opened(INCIDENT, DECLARATION);
        var known = Observed.known(facts);
        assertThat(Objects.requireNonNull(
                                Observed.year(known, 2025).figure("incidents").growth())
                        .reason())
                .isEqualTo(Reason.NO_YEAR_BEFORE);
        assertThat(Objects.requireNonNull(
                                Observed.year(known, 2026).figure("incidents").growth())
                        .reason())
                .isEqualTo(Reason.COLLECTION_BEGAN);
    }

    private void oneOn(String instant) {
        var which = facts.size();
        facts.add(received(new UUID(20, which), new UUID(21, which), Instant.parse(instant), true));
        opened(new UUID(22, which), new UUID(20, which));
    }

    @Test
    void aYearAfterAnEmptyOneIsComparedWithNothing() {
        oneOn("2023-01-05T10:00:00Z");
        oneOn("2025-01-05T10:00:00Z");
        var growth =
                Observed.year(Observed.known(facts), 2025).figure("incidents").growth();
        assertThat(Objects.requireNonNull(growth)).isEqualTo(Growth.unknown(Reason.NO_YEAR_BEFORE));
    }

    /** The region's first incident came late; collecting had begun long before. */
    @Test
    void aRegionsQuietMonthsAreZeros() {
        oneOn("2024-01-05T10:00:00Z");
        facts.add(received(DECLARATION, SITE, JUNE, true).with("region", "11"));
        opened(INCIDENT, DECLARATION);
        var order = new YearMaker.Order("national", 2025, "11", Observed.startOf(2026, 1, 1));
        var months = new YearMaker(Observed.TAXONOMY)
                .whole(order, Observed.known(facts))
                .breakdown("month")
                .orElseThrow();
        assertThat(months.cells()).hasSize(12);
        assertThat(months.partCodes()).isEmpty();
    }

    @Test
    void monthsBeforeCollectingBeganAreNotShownAsZeros() {
        oneOn("2025-03-14T10:00:00Z");
        var months =
                Observed.year(Observed.known(facts), 2025).breakdown("month").orElseThrow();
        assertThat(months.cells())
                .extracting(Breakdown.Cell::code)
                .startsWith("03")
                .hasSize(10);
        assertThat(months.partCodes()).containsExactly("03");
    }

    @Test
    void aYearThatIsNotOverIsComparedWithTheSameDaysOfTheYearBefore() {
        for (int i = 0; i < 20; i++) {
            var declaration = new UUID(10, i);
            var at = Instant.parse(i < 12 ? "2024-0" + (1 + i % 9) + "-05T10:00:00Z" : "2025-02-05T10:00:00Z");
            facts.add(received(declaration, new UUID(11, i), at, true));
            opened(new UUID(12, i), declaration);
        }
        var year = Observed.at(Observed.known(facts), 2025, Observed.startOf(2025, 3, 15));
        assertThat(year.period().partMonth()).isEqualTo("03");
        assertThat(year.breakdown("month").orElseThrow().cells()).hasSize(3);
        assertThat(Objects.requireNonNull(year.figure("incidents").growth())).isEqualTo(Growth.of(8, 6, true));
    }

    @Test
    void whatNobodySaysIsNotZero() {
        facts.add(fact("declaration.received", JUNE)
                .about("declaration", DECLARATION)
                .about("structure", SITE)
                .with("verified", true));
        opened(INCIDENT, DECLARATION);

        var year = Observed.year(Observed.known(facts), 2025);
        for (var key : List.of("degraded", "endangered", "resolved", "same-day", "malicious")) {
            assertThat(year.figure(key).n()).as(key).isNull();
            assertThat(year.figure(key).suppressed()).as(key).isFalse();
        }
        assertThat(year.figure("incidents").n()).isEqualTo(1);
    }
}
