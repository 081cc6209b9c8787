package org.beffroi.observatory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Recordable;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.SettableClock;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Figures from the journal of a real PostgreSQL. */
@BeffroiTest
class ObservatoryJournalTest {
    private static final Viewer ANALYST =
            new Viewer(UUID.randomUUID(), "Ana", Set.of(Role.OBSERVATORY), Scope.nation());

    @Autowired
    Observatory observatory;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    record Happened(Fact fact) implements Recordable {}

    private void tell(Fact fact) {
        SettableClock.at(fact.happenedAt(), () -> events.publishEvent(new Happened(fact)));
    }

    private static FigureRequest question(World world, @Nullable LocalDate day) {
        return new FigureRequest(world, day, null);
    }

    @Test
    void whatWasPublishedOf2019ComesOutOfTheJournal() {
        var world = new World("observatory-2019");
        transaction.executeWithoutResult(
                status -> new PublishedYears(2019, world).facts().forEach(this::tell));
        PublishedFigures2019Test.assertPublished(observatory.year(ANALYST, question(world, null), 2019));
    }

    private Long ransomware(World world, @Nullable LocalDate day) {
        var year = observatory.year(ANALYST, question(world, day), 2026);
        return Objects.requireNonNull(year.figure("ransomware").n());
    }

    @Test
    void aCauseRevisedLaterChangesTheLaterAnswerAndNotTheEarlierOne() {
        var world = new World("observatory-revised");
        var id = UUID.randomUUID();
        var january = Instant.parse("2026-01-10T08:00:00Z");
        tell(Fact.of("declaration.received", january, world)
                .about("declaration", id)
                .about("structure", id)
                .with("verified", true)
                .with("causes", List.of("PHISHING")));
        tell(Fact.of("incident.opened", january, world).about("incident", id).about("declaration", id));
        assertThat(ransomware(world, LocalDate.of(2026, 3, 1))).isZero();
        tell(Fact.of("incident.triaged", Instant.parse("2026-04-10T08:00:00Z"), world)
                .about("incident", id)
                .with("causes", List.of("RANSOMWARE")));

        assertThat(ransomware(world, LocalDate.of(2026, 3, 1))).isZero();
        assertThat(ransomware(world, LocalDate.of(2026, 4, 10))).isZero();
        assertThat(ransomware(world, LocalDate.of(2026, 4, 11))).isOne();
        assertThat(ransomware(world, null)).isOne();
    }

    private void sevenIn(World world, Instant at, String cause) {
        for (int i = 0; i < 7; i++) {
            var id = UUID.nameUUIDFromBytes((world + cause + i).getBytes(StandardCharsets.UTF_8));
            tell(Fact.of("declaration.received", at, world)
                    .about("declaration", id)
                    .about("structure", id)
                    .with("verified", true)
                    .with("causes", List.of(cause)));
            tell(Fact.of("incident.opened", at, world).about("incident", id).about("declaration", id));
        }
    }

    @Test
    void whatHappensInOneWorldChangesNothingInAnother() {
        var one = new World("observatory-one");
        var other = new World("observatory-other");
        var at = Instant.parse("2024-05-10T08:00:00Z");
        sevenIn(one, at, "PHISHING");
        var guest = Viewer.guest();
        var whole = observatory.year(ANALYST, question(one, LocalDate.of(2026, 1, 1)), 2024);
        var told = observatory.year(guest, question(one, null), 2024);
        assertThat(told.figure("incidents").n()).isEqualTo(7);

        sevenIn(other, at, "RANSOMWARE");

        assertThat(observatory.year(ANALYST, question(one, LocalDate.of(2026, 1, 1)), 2024))
                .isEqualTo(whole);
        assertThat(observatory.year(guest, question(one, null), 2024)).isEqualTo(told);
        assertThat(observatory
                        .year(guest, question(other, null), 2024)
                        .figure("ransomware")
                        .n())
                .isEqualTo(7);
        assertThat(observatory.yearNumbers(guest, question(one, null))).containsExactly(2024);
    }

    /** The release is of 1 March 2025: what is learnt after it is for those who see everything. */
    @Test
    void thePublicsYearStaysAsItWasReleased() {
        var world = new World("observatory-stays");
        sevenIn(world, Instant.parse("2024-05-10T08:00:00Z"), "PHISHING");
        var told = observatory.year(Viewer.guest(), question(world, null), 2024);
        var late = UUID.randomUUID();
        var at = Instant.parse("2024-11-11T08:00:00Z");
        tell(Fact.of("declaration.received", at, world)
                .about("declaration", late)
                .about("structure", late));
        tell(Fact.of("incident.opened", at, world).about("incident", late).about("declaration", late));
        tell(Fact.of("declaration.verified", Instant.parse("2025-04-01T08:00:00Z"), world)
                .about("declaration", late));

        assertThat(observatory.year(Viewer.guest(), question(world, null), 2024))
                .isEqualTo(told);
        assertThat(told.stage()).isEqualTo(Stage.RELEASED);
        assertThat(observatory
                        .year(ANALYST, question(world, null), 2024)
                        .figure("incidents")
                        .n())
                .isEqualTo(8);
    }

    /** As if another edition of the program counted otherwise: it would find eight. */
    @Test
    void aReleaseThatWasMadeIsNotMadeAgain() {
        var world = new World("observatory-kept");
        var at = Instant.parse("2024-05-10T08:00:00Z");
        sevenIn(world, at, "PHISHING");
        var told = observatory.year(Viewer.guest(), question(world, null), 2024);
        var eighth = UUID.randomUUID();
        tell(Fact.of("declaration.received", at, world)
                .about("declaration", eighth)
                .about("structure", eighth)
                .with("verified", true));
        tell(Fact.of("incident.opened", at, world).about("incident", eighth).about("declaration", eighth));

        var everything = observatory.year(ANALYST, question(world, LocalDate.of(2025, 3, 1)), 2024);
        assertThat(everything.figure("incidents").n()).isEqualTo(8);
        assertThat(observatory.year(Viewer.guest(), question(world, null), 2024))
                .isEqualTo(told);
        assertThat(told.figure("incidents").n()).isEqualTo(7);
    }

    @Test
    void anAgencySeesItsOwnRegionWholeAndTheNationAsThePublicDoes() {
        var agency = new Viewer(UUID.randomUUID(), "Ars", Set.of(Role.AGENCY), Scope.regions(Set.of("53")));
        var own = observatory.year(agency, new FigureRequest(World.NATIONAL, null, "53"), 2025);
        assertThat(own.stage()).isEqualTo(Stage.WHOLE);
        assertThat(own.region()).isEqualTo("53");
        var nation = observatory.year(agency, question(World.NATIONAL, null), 2025);
        assertThat(nation.stage()).isNotEqualTo(Stage.WHOLE);
        Assertions.assertThatThrownBy(
                        () -> observatory.year(agency, new FigureRequest(World.NATIONAL, null, "11"), 2025))
                .isInstanceOf(Refusal.class);
    }
}
