package org.beffroi.incident.rota.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.beffroi.access.Viewer;
import org.beffroi.incident.rota.domain.RotaPlan.Which;
import org.beffroi.incident.rota.domain.RotaShift.RotaTurn;
import org.beffroi.incident.rota.domain.RotaShift.When;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.SettableClock;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each test has weeks of its own: the database is shared. */
@BeffroiTest
class RotaTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    Rota rota;

    @Autowired
    RotaPlan plan;

    @Autowired
    JdbcClient jdbc;

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

    private RotaShift shift(String slot) {
        var day = Slot.parse(slot).orElseThrow().day();
        return rota.weeks(day, 1, analyst).getFirst().days().stream()
                .filter(one -> one.day().equals(day))
                .map(one -> slot.endsWith("NIGHT") ? one.night() : one.hours())
                .findFirst()
                .orElseThrow();
    }

    private static void at(String instant, Runnable work) {
        SettableClock.at(Instant.parse(instant), work);
    }

    private int version(String monday) {
        return rota.weeks(LocalDate.parse(monday), 1, analyst).getFirst().version();
    }

    @Test
    void showsTwoPeopleForANight() {
        at("2031-01-06T11:00:00Z", () -> {
            put("2031-01-07/NIGHT", 1, "analyst");
            put("2031-01-07/NIGHT", 2, "lead");
            var night = shift("2031-01-07/NIGHT");
            assertThat(night.there()).extracting(RotaTurn::name).containsExactly("Claire Vasseur", "Samir Bel");
            assertThat(night.isHole()).isFalse();
            assertThat(night.when()).isEqualTo(When.COMING);
            assertThat(shift("2031-01-08/NIGHT").isHole()).isTrue();
            // Another one in her place; the earlier row stays, ended.
            put("2031-01-07/NIGHT", 2, "");
            put("2031-01-07/NIGHT", 1, "lead");
            assertThat(shift("2031-01-07/NIGHT").there())
                    .extracting(RotaTurn::name)
                    .containsExactly("Samir Bel");
            assertThat(jdbc.sql(
                                    "select count(*) from incident.rota where day = '2031-01-07' and ended_by_name = 'Samir Bel'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
        });
    }

    @Test
    void plansAWeekAtOnceAndLeavesWhatIsOver() {
        at("2031-05-07T11:00:00Z", () -> {
            // A Wednesday; Thursday 8 May is a holiday.
            var onCall = plan.slots(LocalDate.parse("2031-05-07"), Which.ON_CALL);
            assertThat(onCall)
                    .containsExactly(
                            "2031-05-07/NIGHT",
                            "2031-05-08/DAY",
                            "2031-05-08/NIGHT",
                            "2031-05-09/NIGHT",
                            "2031-05-10/DAY",
                            "2031-05-10/NIGHT",
                            "2031-05-11/DAY",
                            "2031-05-11/NIGHT");
            assertThat(plan.slots(LocalDate.parse("2031-05-07"), Which.DUTY))
                    .containsExactly("2031-05-07/DAY", "2031-05-09/DAY");
            plan.put(onCall, 1, House.email("analyst"), Map.of(), lead);
            assertThat(rota.weeks(LocalDate.parse("2031-05-07"), 1, analyst)
                            .getFirst()
                            .holes())
                    .isZero();
            assertThatThrownBy(() -> put("2031-05-06/NIGHT", 1, "analyst"))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.key()).isEqualTo("incident.rota.refused.over"));
        });
    }

    @Test
    void copiesTheWeekBeforeAndKeepsWhatItHasNobodyFor() {
        at("2031-09-01T05:00:00Z", () -> {
            assertThatThrownBy(() -> plan.copy(LocalDate.parse("2031-09-10"), Map.of(), lead))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.key()).isEqualTo("incident.rota.refused.nothing-before"));
            put("2031-09-02/NIGHT", 1, "analyst");
            put("2031-09-02/NIGHT", 2, "lead");
            put("2031-09-09/NIGHT", 1, "lead");
            put("2031-09-11/NIGHT", 1, "lead");
            plan.copy(LocalDate.parse("2031-09-10"), Map.of(), lead);
            assertThat(shift("2031-09-09/NIGHT").there())
                    .extracting(RotaTurn::name)
                    .containsExactly("Claire Vasseur", "Samir Bel");
            assertThat(shift("2031-09-11/NIGHT").there()).hasSize(1);
        });
    }

    @Test
    void swapsTwoSlotsEvenOfDifferentWeeks() {
        at("2031-10-06T05:00:00Z", () -> {
            put("2031-10-07/NIGHT", 1, "analyst");
            put("2031-10-16/NIGHT", 1, "lead");
            put("2031-10-16/NIGHT", 2, "analyst");
            plan.swap(List.of("2031-10-16/NIGHT", "2031-10-07/NIGHT"), Map.of(), lead);
            assertThat(shift("2031-10-07/NIGHT").there())
                    .extracting(RotaTurn::name)
                    .containsExactly("Samir Bel", "Claire Vasseur");
            assertThat(shift("2031-10-16/NIGHT").there())
                    .extracting(RotaTurn::name)
                    .containsExactly("Claire Vasseur");
            assertThatThrownBy(() -> plan.swap(List.of("2031-10-16/NIGHT"), Map.of(), lead))
                    .isInstanceOf(FieldErrors.Invalid.class);
        });
    }

    @Test
    void firstAndSecondAreTwoPeople() {
        at("2031-11-03T05:00:00Z", () -> {
            put("2031-11-04/NIGHT", 1, "analyst");
            assertThatThrownBy(() -> put("2031-11-04/NIGHT", 2, "analyst"))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.key()).isEqualTo("incident.rota.refused.both"));
        });
    }

    @Test
    void whoComesSecondIsToldAndOverwritesNothing() {
        at("2032-01-05T05:00:00Z", () -> {
            var monday = LocalDate.parse("2032-01-05");
            var seen = Map.of(monday, version("2032-01-05"));
            plan.put(List.of("2032-01-06/NIGHT"), 1, House.email("analyst"), seen, lead);
            assertThatThrownBy(() -> plan.put(List.of("2032-01-06/NIGHT"), 1, House.email("lead"), seen, lead))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                        assertThat(refusal.arguments().getFirst()).isEqualTo("Samir Bel");
                    });
            assertThat(shift("2032-01-06/NIGHT").there())
                    .extracting(RotaTurn::name)
                    .containsExactly("Claire Vasseur");
        });
    }

    @Test
    void ofTwoAtTheSameMomentOneIsTold() throws Exception {
        var seen = Map.of(LocalDate.parse("2032-02-02"), 0);
        Callable<Boolean> change = () -> {
            var done = new boolean[1];
            at("2032-02-02T05:00:00Z", () -> {
                try {
                    plan.put(List.of("2032-02-03/NIGHT"), 1, House.email("analyst"), seen, lead);
                    done[0] = true;
                } catch (Refusal told) {
                    done[0] = false;
                }
            });
            return done[0];
        };
        try (var both = Executors.newFixedThreadPool(2)) {
            var results = both.invokeAll(List.of(change, change));
            assertThat(results).extracting(Future::get).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void onlyLeadsPlanAndOnlyTheDeskSees() {
        at("2032-03-01T05:00:00Z", () -> {
            assertThatThrownBy(() -> plan.put(List.of("2032-03-02/NIGHT"), 1, "", Map.of(), analyst))
                    .isInstanceOf(Refusal.class);
            for (var other : List.of("agency", "admin", "declarant")) {
                assertThatThrownBy(() -> rota.weeks(null, 2, house.viewer(other)))
                        .isInstanceOf(Refusal.class);
                assertThatThrownBy(() -> rota.now(house.viewer(other))).isInstanceOf(Refusal.class);
            }
        });
    }

    @Test
    void isWrittenIntoTheAuditTrail() {
        at("2032-04-05T05:00:00Z", () -> {
            put("2032-04-06/NIGHT", 1, "analyst");
            assertThat(jdbc.sql(
                                    "select detail from access.audit_trail where action = 'rota.put' and detail like '2032-04-06%'")
                            .query(String.class)
                            .list())
                    .containsExactly("2032-04-06/NIGHT 1 Claire Vasseur");
        });
    }

    @Test
    void aDayFarAwayIsBroughtNear() {
        assertThat(rota.weeks(LocalDate.MAX, 2, analyst)).hasSize(2);
        assertThat(rota.weeks(LocalDate.MIN, 900, analyst)).hasSize(4);
        for (var day : List.of("+999999999-12-31", "-999999999-01-01", "1990-01-01")) {
            assertThatThrownBy(() -> put(day + "/NIGHT", 1, "analyst")).isInstanceOf(FieldErrors.Invalid.class);
            assertThatThrownBy(() -> plan.copy(LocalDate.parse(day), Map.of(), lead))
                    .isInstanceOf(FieldErrors.Invalid.class);
        }
    }
}
