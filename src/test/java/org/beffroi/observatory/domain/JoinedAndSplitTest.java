package org.beffroi.observatory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Submission;
import org.beffroi.incident.Assessment;
import org.beffroi.incident.IncidentWork;
import org.beffroi.shared.SettableClock;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.House;
import org.beffroi.testing.Village;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Joining by mistake is part of what was known: the figures of each day say what was held for true on that day. */
@BeffroiTest
class JoinedAndSplitTest {
    private static final World WORLD = new World("joined-and-split");
    private static final Viewer DESK =
            new Viewer(UUID.randomUUID(), "Claire Vasseur", Set.of(Role.ANALYST), Scope.nation());
    private static final Viewer OBSERVATORY =
            new Viewer(UUID.randomUUID(), "Hugo Marchand", Set.of(Role.OBSERVATORY), Scope.nation());

    @Autowired
    Declarations declarations;

    @Autowired
    IncidentWork work;

    @Autowired
    Observatory observatory;

    @Test
    void countsOneWhileJoinedAndTwoBeforeAndAfter(@Autowired ApplicationContext context) {
        House.of(context);
        var first = declared("2025-03-03", House.VALLEBRUNE);
        var second = declared("2025-03-03", House.MONT_ALAOUI);
        var into = at("2025-03-03", () -> work.openFor(first));
        var own = at("2025-03-03", () -> work.openFor(second));
        at("2025-03-04", () -> triage(own, "NON_MALICIOUS"));
        at("2025-03-05", () -> triage(into, "MALICIOUS"));
        at("2025-03-10", () -> {
            work.join(into, second, DESK);
            return into;
        });
        at("2025-03-20", () -> {
            work.split(into, second, "Two attacks", DESK);
            return into;
        });
        assertThat(List.of(n("incidents", "2025-03-06"), n("malicious", "2025-03-06")))
                .containsExactly(2L, 1L);
        assertThat(List.of(n("incidents", "2025-03-12"), n("malicious", "2025-03-12")))
                .containsExactly(1L, 1L);
        assertThat(List.of(n("incidents", "2025-03-21"), n("malicious", "2025-03-21")))
                .containsExactly(2L, 1L);
        assertThat(n("structures", "2025-03-12")).isEqualTo(2L);
    }

    private UUID triage(UUID incident, String origin) {
        work.triage(incident, new Assessment(true, false, null, null, List.of(), origin, "S1", null, "NONE"), DESK);
        return incident;
    }

    private long n(String figure, String day) {
        var year = observatory.year(OBSERVATORY, new FigureRequest(WORLD, LocalDate.parse(day), null), 2025);
        return Objects.requireNonNull(year.figure(figure).n());
    }

    /** By import: verified where it comes from, and nobody else opens its incident. */
    private UUID declared(String day, String finess) {
        var answers = Village.enough(finess).with("foundAt", day + "T03:10");
        return at(
                day,
                () -> declarations
                        .submit(
                                new Submission(
                                        answers,
                                        "IMPORT",
                                        WORLD,
                                        Instant.parse(day + "T06:00:00Z"),
                                        UUID.randomUUID().toString(),
                                        null),
                                DESK)
                        .declaration());
    }

    private static <T> T at(String day, Supplier<T> work) {
        var result = new AtomicReference<T>();
        SettableClock.at(Instant.parse(day + "T08:00:00Z"), () -> result.set(work.get()));
        return Objects.requireNonNull(result.get());
    }
}
