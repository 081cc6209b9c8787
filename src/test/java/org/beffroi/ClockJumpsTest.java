package org.beffroi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.DeclarationVerified.How;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Submission;
import org.beffroi.incident.Assessment;
import org.beffroi.incident.Conclusion;
import org.beffroi.incident.IncidentWork;
import org.beffroi.incident.domain.CaseFiles;
import org.beffroi.incident.domain.Status;
import org.beffroi.incident.domain.TimelineEntry;
import org.beffroi.observatory.domain.FigureRequest;
import org.beffroi.observatory.domain.Observatory;
import org.beffroi.observatory.domain.Wish;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.SettableClock;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.House;
import org.beffroi.testing.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The machine's clock is set right in the midst of an incident, or a year ends while it is declared. */
@BeffroiTest
class ClockJumpsTest {
    private static final Instant NIGHT = Instant.parse("2024-05-06T01:00:00Z");
    private static final Instant AN_HOUR_BEFORE = NIGHT.minus(Duration.ofHours(1));
    private static final Instant A_DAY_AFTER = NIGHT.plus(Duration.ofDays(1));
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Assessment JUDGED = new Assessment(
            true, true, "GRAVE", null, List.of("RANSOMWARE"), "MALICIOUS", "S3", "POTENTIAL", "DEGRADED");

    @Autowired
    ApplicationContext context;

    @Autowired
    Declarations declarations;

    @Autowired
    IncidentWork work;

    @Autowired
    CaseFiles files;

    @Autowired
    Observatory observatory;

    private Viewer analyst;
    private Viewer declarant;

    @BeforeEach
    void moveIn() {
        var house = House.of(context);
        analyst = house.viewer("analyst");
        declarant = house.viewer("declarant");
    }

    private static Answers answers() {
        return Village.enough(House.VALLEBRUNE)
                .with("foundAt", NIGHT.minusSeconds(7200).toString());
    }

    private Receipt declare(Instant at, World world, Answers answers) {
        var receipt = new Receipt[1];
        SettableClock.at(
                at,
                () -> receipt[0] = declarations.submit(
                        new Submission(
                                answers, "WEB", world, null, UUID.randomUUID().toString(), null),
                        declarant));
        return receipt[0];
    }

    @Test
    void everyStepIsKeptInItsOrderWhateverTheClockSays() {
        var before = incidentsOf2024(Duration.ZERO);
        var receipt = declare(NIGHT, World.NATIONAL, answers());
        var id = work.openFor(receipt.declaration());
        SettableClock.at(AN_HOUR_BEFORE, () -> {
            declarations.amend(receipt.declaration(), answers().with("helpWanted", "true"), 1, declarant);
            work.take(id, analyst);
        });
        SettableClock.at(A_DAY_AFTER, () -> work.triage(id, JUDGED, analyst));
        SettableClock.at(AN_HOUR_BEFORE, () -> {
            work.resolve(id, AN_HOUR_BEFORE, analyst);
            work.close(id, new Conclusion("RESOLVED", "FOUND", "EMAIL", null), analyst);
        });

        var sheet = declarations.sheet(receipt.declaration(), analyst).orElseThrow();
        assertThat(sheet.versions()).isEqualTo(2);
        assertThat(sheet.answers().byQuestion().get("helpWanted")).containsExactly("true");
        var file = files.open(receipt.reference().toString(), analyst);
        assertThat(file.incident().status()).isEqualTo(Status.CLOSED);
        assertThat(file.timeline())
                .extracting(TimelineEntry::kind)
                .contains(
                        TimelineEntry.Kind.DECLARED,
                        TimelineEntry.Kind.TAKEN,
                        TimelineEntry.Kind.TRIAGED,
                        TimelineEntry.Kind.RESOLVED,
                        TimelineEntry.Kind.CLOSED);
        assertThat(incidentsOf2024(A_MINUTE)).isEqualTo(before + 1);
    }

    /** What was recorded with a past time is counted a minute later at the latest: so long an answer is remembered. */
    private long incidentsOf2024(Duration later) {
        var question = FigureRequest.read(new Wish(null, null, null));
        var counted = new long[1];
        SettableClock.at(
                context.getBean(Clock.class).instant().plus(later),
                () -> counted[0] = Objects.requireNonNullElse(
                        observatory
                                .year(analyst, question, 2024)
                                .figure("incidents")
                                .n(),
                        0L));
        return counted[0];
    }

    @Test
    void theLastWordCountsWhateverTheClockSaid() {
        var world = new World("clock-words");
        var receipt = declare(NIGHT, world, answers().with("care", "NONE"));
        var id = work.openFor(receipt.declaration());
        SettableClock.at(
                AN_HOUR_BEFORE,
                () -> declarations.amend(receipt.declaration(), answers().with("care", "INTERRUPTED"), 1, analyst));
        SettableClock.at(A_DAY_AFTER, () -> work.triage(id, judged("MALICIOUS"), analyst));
        SettableClock.at(AN_HOUR_BEFORE, () -> work.triage(id, judged("NON_MALICIOUS"), analyst));
        await().untilAsserted(() -> {
            var year = observatory.year(analyst, FigureRequest.read(new Wish(world.code(), null, null)), 2024);
            assertThat(year.figure("incidents").n()).isEqualTo(1);
            assertThat(year.figure("malicious").n()).isZero();
            assertThat(year.figure("degraded").n()).isEqualTo(1);
        });
    }

    private static Assessment judged(String origin) {
        return new Assessment(true, false, null, null, List.of(), origin, null, null, null);
    }

    @Test
    void aVerificationBeforeTheDeclarationIsShownAllTheSame() {
        var receipt = new Receipt[1];
        SettableClock.at(
                NIGHT,
                () -> receipt[0] = declarations.submit(
                        Submission.now(answers(), "WEB", UUID.randomUUID().toString()), Viewer.guest()));
        work.openFor(receipt[0].declaration());
        SettableClock.at(AN_HOUR_BEFORE, () -> declarations.verify(receipt[0].declaration(), How.CALLED_BACK, analyst));
        await().until(() -> files.open(receipt[0].reference().toString(), analyst).timeline().stream()
                .anyMatch(entry -> entry.kind() == TimelineEntry.Kind.VERIFIED
                        && entry.at().equals(AN_HOUR_BEFORE)));
    }

    @Test
    void numbersGoOnAndTheSameKeyIsOneDeclaration() {
        var world = new World("clock-numbers");
        var first = declare(NIGHT, world, answers());
        var second = declare(AN_HOUR_BEFORE, world, answers());
        assertThat(second.reference().number()).isGreaterThan(first.reference().number());

        var sent =
                new Submission(answers(), "WEB", world, null, UUID.randomUUID().toString(), null);
        SettableClock.at(NIGHT, () -> declarations.submit(sent, declarant));
        SettableClock.at(AN_HOUR_BEFORE, () -> {
            var again = declarations.submit(sent, declarant);
            assertThat(again.repeated()).isTrue();
            assertThat(again.declaredAt()).isEqualTo(NIGHT);
        });
    }

    @Test
    void whatIsFoundAfterNowIsRefusedInWords() {
        var found = answers().with("foundAt", NIGHT.toString());
        assertThatExceptionOfType(FieldErrors.Invalid.class)
                .isThrownBy(() -> declare(AN_HOUR_BEFORE, World.NATIONAL, found))
                .satisfies(invalid -> assertThat(invalid.errors().of("foundAt")).isPresent());
    }

    /** A year is a year in Paris: for the number, and for the figures. */
    @ParameterizedTest
    @CsvSource({
        "2022-12-31T22:59:59Z, 2022, clock-a, a second before midnight in Paris",
        "2022-12-31T23:00:00Z, 2023, clock-b, midnight in Paris and not yet in UTC",
        "2022-12-31T20:30:00Z, 2022, clock-c, half past midnight on La Réunion",
        "2023-01-01T00:30:00Z, 2023, clock-d, half past midnight in UTC"
    })
    void belongsToTheYearThatItIsInParis(Instant at, int year, String code, String when) {
        var world = new World(code);
        var receipt = declare(
                at,
                world,
                Village.enough(House.VALLEBRUNE)
                        .with("foundAt", at.minusSeconds(60).toString()));
        work.openFor(receipt.declaration());
        assertThat(receipt.reference().year()).as(when).isEqualTo(year);
        var question = FigureRequest.read(new Wish(world.code(), null, null));
        for (var each : List.of(2022, 2023)) {
            assertThat(observatory
                            .year(analyst, question, each)
                            .figure("incidents")
                            .n())
                    .as(when + ", in " + each)
                    .isEqualTo(each == year ? 1 : 0);
        }
    }
}
