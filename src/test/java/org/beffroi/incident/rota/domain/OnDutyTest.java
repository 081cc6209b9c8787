package org.beffroi.incident.rota.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.access.domain.Accounts;
import org.beffroi.access.domain.Reaches;
import org.beffroi.incident.rota.domain.RotaPlan.Which;
import org.beffroi.incident.rota.domain.RotaShift.RotaTurn;
import org.beffroi.incident.rota.domain.RotaShift.When;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.SettableClock;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who answers, and whether anybody will. Each test has weeks of its own: the database is shared. */
@BeffroiTest
class OnDutyTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    Rota rota;

    @Autowired
    RotaPlan plan;

    @Autowired
    Accounts accounts;

    @Autowired
    Reaches reaches;

    @Autowired
    Clock clock;

    private Viewer lead;
    private Viewer analyst;
    private House house;

    @BeforeEach
    void somebodyIsThere() {
        house = House.of(context);
        lead = house.viewer("lead");
        analyst = house.viewer("analyst");
    }

    private void put(String slot, int rank, String who) {
        plan.put(List.of(slot), rank, who.isEmpty() ? "" : House.email(who), Map.of(), lead);
    }

    private static void at(String instant, Runnable work) {
        SettableClock.at(Instant.parse(instant), work);
    }

    @Test
    void saysWhoAnswersNowWithTheirTelephone() {
        at("2031-02-03T11:00:00Z", () -> {
            reaches.change("+33 6 39 98 00 01", "", analyst);
            put("2031-02-03/DAY", 1, "lead");
            put("2031-02-03/NIGHT", 1, "analyst");
            assertThat(rota.now(analyst).people()).singleElement().satisfies(who -> {
                assertThat(who.name()).isEqualTo("Samir Bel");
            });
            assertThat(rota.now(analyst).hole()).isNull();
            at("2031-02-04T02:00:00Z", () -> {
                var now = rota.now(lead);
                assertThat(now.shift().slot()).isEqualTo("2031-02-03/NIGHT");
                assertThat(now.people())
                        .singleElement()
                        .satisfies(who -> assertThat(who.phone()).isEqualTo("+33 6 39 98 00 01"));
            });
        });
    }

    @Test
    void aHoleIsSaidFromTheMorningBefore() {
        at("2031-03-03T11:00:00Z", () -> {
            var hole = Objects.requireNonNull(rota.now(analyst).hole());
            assertThat(hole.slot()).isEqualTo("2031-03-03/NIGHT");
            assertThat(hole.when()).isEqualTo(When.COMING);
            put("2031-03-03/NIGHT", 2, "analyst");
            assertThat(rota.now(analyst).hole()).as("the second answers").isNull();
        });
        at(
                "2031-03-05T03:00:00Z",
                () -> assertThat(
                                Objects.requireNonNull(rota.now(analyst).hole()).when())
                        .isEqualTo(When.NOW));
    }

    @Test
    void whoLeftTheDeskLeavesAHole() {
        var gone = accounts.open(
                new Accounts.Opening(
                        UUID.randomUUID() + "@journey.example",
                        "Paul Parti",
                        House.PASSWORD,
                        Set.of(Role.ANALYST),
                        null,
                        Set.of()),
                Viewer.system("tests"));
        at("2031-04-07T11:00:00Z", () -> {
            plan.put(List.of("2031-04-07/NIGHT"), 1, gone.email(), Map.of(), lead);
            assertThat(rota.now(analyst).hole()).isNull();
            accounts.enable(gone.id(), false, house.viewer("admin"));
            assertThat(Objects.requireNonNull(rota.now(analyst).hole()).first())
                    .isEqualTo(new RotaTurn(1, gone.id(), "Paul Parti", true));
            assertThat(new RotaDoctor(rota, clock).check()).singleElement().satisfies(verdict -> {
                assertThat(verdict.well()).isFalse();
                assertThat(verdict.finding()).contains("7 Apr 2031, 18:00", "19 times");
                assertThat(verdict.remedy()).contains("/rota");
            });
            assertThatThrownBy(() -> plan.put(List.of("2031-04-08/NIGHT"), 1, gone.email(), Map.of(), lead))
                    .isInstanceOf(FieldErrors.Invalid.class);
        });
    }

    @Test
    void theDoctorIsContentWhenEveryNightHasSomebody() {
        at("2031-06-02T11:00:00Z", () -> {
            for (var week : List.of("2031-06-02", "2031-06-09", "2031-06-16")) {
                plan.put(plan.slots(LocalDate.parse(week), Which.ON_CALL), 1, House.email("analyst"), Map.of(), lead);
            }
            var doctor = new RotaDoctor(rota, clock);
            assertThat(doctor.check().getFirst().well()).isTrue();
            put("2031-06-12/NIGHT", 1, "");
            assertThat(doctor.check().getFirst().finding()).contains("12 Jun 2031");
            assertThat(doctor.check().getFirst().well()).as("there is time").isTrue();
        });
    }
}
