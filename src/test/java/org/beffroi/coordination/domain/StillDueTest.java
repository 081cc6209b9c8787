package org.beffroi.coordination.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.beffroi.coordination.domain.StillDue.Whose;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Submission;
import org.beffroi.incident.IncidentWork;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.House;
import org.beffroi.testing.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whose work it is to tell whom, over all incidents. Other tests leave theirs in the same database: each looks for its own. */
@BeffroiTest
class StillDueTest {
    @Autowired
    DueStore store;

    @Autowired
    ObligationDesk desk;

    @Autowired
    ObligationKeeper keeper;

    @Autowired
    AuditTrail trail;

    @Autowired
    Declarations declarations;

    @Autowired
    IncidentWork work;

    @Autowired
    ApplicationContext context;

    private Viewer analyst = Viewer.guest();

    @BeforeEach
    void comeToWork() {
        analyst = House.of(context).viewer("analyst");
    }

    private StillDue in(Duration from) {
        return new StillDue(store, desk, trail, Clock.fixed(Instant.now().plus(from), ZoneOffset.UTC));
    }

    private Receipt declared() {
        var receipt = declarations.submit(
                Submission.now(
                        Village.enough(House.VALLEBRUNE)
                                .with(
                                        "foundAt",
                                        Instant.now()
                                                .minus(Duration.ofDays(10))
                                                .truncatedTo(ChronoUnit.MICROS)
                                                .toString())
                                .with("dataKinds", "HEALTH")
                                .with("dataEffects", "DISCLOSED"),
                        "WEB",
                        UUID.randomUUID().toString()),
                Viewer.guest());
        work.openFor(receipt.declaration());
        keeper.hear(receipt.declaration());
        return receipt;
    }

    /** Of all pages. */
    private List<List<Duty>> all(StillDue due, Whose whose) {
        var all = new ArrayList<List<Duty>>();
        for (var number = 1; ; number++) {
            var page = due.page(whose, number, analyst);
            all.addAll(page.declarations());
            if (!page.more()) {
                return all;
            }
            assertThat(page.declarations()).hasSizeLessThanOrEqualTo(StillDue.PAGE);
        }
    }

    private List<String> recipients(StillDue due, Whose whose, Receipt receipt) {
        return all(due, whose).stream()
                .filter(duties -> duties.getFirst().declaration().equals(receipt.reference()))
                .flatMap(List::stream)
                .map(duty -> duty.kept().recipient())
                .toList();
    }

    @Test
    void theDeskSeesItsOwnApartFromWhatStructuresDo() {
        var receipt = declared();
        assertThat(recipients(in(Duration.ZERO), Whose.DESK, receipt)).contains("ARS", "FSSI");
        assertThat(recipients(in(Duration.ZERO), Whose.STRUCTURE, receipt)).containsExactly("CNIL");
        assertThat(recipients(in(Duration.ZERO), Whose.LONG_LATE, receipt)).isEmpty();
    }

    @Test
    void whatIsLateForOverAMonthIsNoWorkOfToday() {
        var receipt = declared();
        var later = in(Duration.ofDays(38));
        assertThat(recipients(later, Whose.DESK, receipt)).isEmpty();
        assertThat(recipients(later, Whose.STRUCTURE, receipt)).isEmpty();
        assertThat(recipients(later, Whose.LONG_LATE, receipt)).contains("ARS", "CNIL");
    }

    @Test
    void whoIsToldWaitsNoMore() {
        var receipt = declared();
        var counted = count(Whose.STRUCTURE);
        desk.tell(
                receipt.reference().toString(),
                "CNIL",
                new Telling(null, Instant.now().minusSeconds(60), "TELEPHONE", null, "Nous l’ignorions."),
                analyst);
        assertThat(recipients(in(Duration.ZERO), Whose.STRUCTURE, receipt)).isEmpty();
        assertThat(recipients(in(Duration.ZERO), Whose.DESK, receipt)).isNotEmpty();
        if (counted < StillDue.MOST) {
            assertThat(count(Whose.STRUCTURE)).isEqualTo(counted - 1);
        }
    }

    private int count(Whose whose) {
        return in(Duration.ZERO).page(whose, 1, analyst).counts().getOrDefault(whose, 0);
    }

    @Test
    void pagesShowEachDeclarationOnceAndInOrder() {
        for (var number = 0; number <= StillDue.PAGE; number++) {
            declared();
        }
        var shown = all(in(Duration.ZERO), Whose.DESK);
        assertThat(shown).hasSizeGreaterThan(StillDue.PAGE);
        assertThat(shown.stream().map(duties -> duties.getFirst().declaration()))
                .doesNotHaveDuplicates();
        assertThat(shown.stream().map(List::getFirst)).isSortedAccordingTo(Duty.BY_DUE);
    }
}
