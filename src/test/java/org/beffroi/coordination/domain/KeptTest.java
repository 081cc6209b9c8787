package org.beffroi.coordination.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Submission;
import org.beffroi.incident.Assessment;
import org.beffroi.incident.IncidentWork;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.House;
import org.beffroi.testing.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was declared and judged obliges; what was done about it is kept. */
@BeffroiTest
class KeptTest {
    @Autowired
    ObligationKeeper keeper;

    @Autowired
    ObligationDesk desk;

    @Autowired
    ObligationStore store;

    @Autowired
    Declarations declarations;

    @Autowired
    IncidentWork work;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    private Viewer analyst = Viewer.guest();
    private final Instant found = Instant.now().minus(Duration.ofDays(10)).truncatedTo(ChronoUnit.MICROS);

    @BeforeEach
    void comeToWork() {
        analyst = House.of(context).viewer("analyst");
    }

    private Answers breach() {
        return Village.enough(House.VALLEBRUNE)
                .with("foundAt", found.toString())
                .with("endangermentDescription", "Une patiente attend sa perfusion.")
                .with("dataKinds", "HEALTH")
                .with("dataEffects", "DISCLOSED");
    }

    private Receipt declared(Answers answers) {
        var receipt = declarations.submit(
                Submission.now(answers, "WEB", UUID.randomUUID().toString()), Viewer.guest());
        work.openFor(receipt.declaration());
        keeper.hear(receipt.declaration());
        return receipt;
    }

    private List<String> live(Receipt receipt) {
        return store.live(receipt.declaration()).stream()
                .map(Kept::recipient)
                .sorted()
                .toList();
    }

    private Kept one(Receipt receipt, String recipient) {
        return store.live(receipt.declaration()).stream()
                .filter(kept -> kept.recipient().equals(recipient))
                .findFirst()
                .orElseThrow();
    }

    private static Assessment judged(boolean major, String care) {
        return new Assessment(true, major, null, null, List.of(), null, null, null, care);
    }

    @Test
    void keepsWhoMustBeToldOnceHoweverOftenItIsHeard() {
        var receipt = declared(breach());
        assertThat(live(receipt)).containsExactly("ARS", "CNIL", "CORRUSS", "FSSI");
        keeper.hear(receipt.declaration());
        keeper.hear(receipt.declaration());
        assertThat(rows(receipt)).isEqualTo(4);
        assertThat(one(receipt, "CNIL").due()).isEqualTo(found.plus(Duration.ofDays(3)));
        assertThat(one(receipt, "ARS").due()).isNull();
    }

    private long rows(Receipt receipt) {
        return jdbc.sql("select count(*) from coordination.obligation where declaration_id = :id")
                .param("id", receipt.declaration())
                .query(Long.class)
                .single();
    }

    @Test
    void hearsOfItselfWhatIsDeclaredAndJudged() {
        var receipt = declarations.submit(
                Submission.now(breach(), "WEB", UUID.randomUUID().toString()), Viewer.guest());
        var incident = work.openFor(receipt.declaration());
        Awaitility.await().until(() -> live(receipt).size() == 4);
        work.triage(incident, judged(false, "NONE"), analyst);
        Awaitility.await().until(() -> live(receipt).equals(List.of("ARS", "CNIL", "FSSI")));
    }

    @Test
    void theLaterJudgementStaysWhicheverIsHeardFirst() {
        var receipt = declared(breach());
        var incident = work.openFor(receipt.declaration());
        keeper.judged(incident, found.plusSeconds(200), judged(true, "DEGRADED"));
        assertThat(one(receipt, "FSSI").reason()).isEqualTo("major-lead");
        keeper.judged(incident, found.plusSeconds(100), judged(false, "NONE"));
        assertThat(one(receipt, "FSSI").reason()).isEqualTo("major-lead");
        assertThat(live(receipt)).contains("CORRUSS");
    }

    @Test
    void whatNoLongerAppliesStaysToBeReadWithItsEnd() {
        var receipt = declared(breach());
        keeper.judged(work.openFor(receipt.declaration()), found.plusSeconds(100), judged(false, "NONE"));
        assertThat(live(receipt)).doesNotContain("CORRUSS");
        assertThat(desk.of(receipt.reference().toString(), analyst))
                .filteredOn(duty -> duty.kept().recipient().equals("CORRUSS"))
                .singleElement()
                .satisfies(duty -> assertThat(duty.kept().endedAt()).isNotNull());
    }

    @Test
    void theLeakThatIsKnownLaterHasItsOwnSeventyTwoHours() {
        var receipt = declared(breach().with("dataEffects", "NONE"));
        assertThat(live(receipt)).doesNotContain("CNIL");
        declarations.amend(receipt.declaration(), breach(), 1, analyst);
        keeper.hear(receipt.declaration());
        var amended =
                declarations.sheet(receipt.declaration(), analyst).orElseThrow().versionAt();
        assertThat(one(receipt, "CNIL").due()).isEqualTo(amended.plus(Duration.ofDays(3)));
    }

    @Test
    void tellsALateRecipientOnlyWithAReason() {
        var receipt = declared(breach());
        var reference = receipt.reference().toString();
        var now = Instant.now();
        assertThatThrownBy(() -> desk.tell(reference, "CNIL", new Telling(null, now, "PORTAL", null, " "), analyst))
                .isInstanceOfSatisfying(
                        FieldErrors.Invalid.class,
                        invalid ->
                                assertThat(invalid.errors().of("lateBecause")).isPresent());
        desk.tell(reference, "CNIL", new Telling(null, now, "PORTAL", "N-7", "Réseau coupé."), analyst);
        var told = Objects.requireNonNull(one(receipt, "CNIL").told());
        assertThat(told.receipt()).isEqualTo("N-7");
        assertThatThrownBy(() -> desk.tell(reference, "CNIL", new Telling(null, now, "PORTAL", null, "x"), analyst))
                .isInstanceOf(Refusal.class);
        keeper.hear(receipt.declaration());
        assertThat(one(receipt, "CNIL").told()).isEqualTo(told);
    }

    @Test
    void refusesWhatIsNotSaidOrStillToCome() {
        var reference = declared(breach()).reference().toString();
        var tomorrow = Instant.now().plus(Duration.ofDays(1));
        assertThatThrownBy(
                        () -> desk.tell(reference, "ARS", new Telling(null, tomorrow, "PIGEON", null, null), analyst))
                .isInstanceOfSatisfying(
                        FieldErrors.Invalid.class,
                        invalid -> assertThat(invalid.errors().all())
                                .extracting(FieldErrors.FieldError::field)
                                .containsExactly("toldAt", "channel"));
        assertThatThrownBy(() ->
                        desk.tell(reference, "ANSM", new Telling(null, Instant.now(), "EMAIL", null, null), analyst))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatTheStructureSaysThatItDidIsDone() {
        var receipt = declared(breach().with("told", "CNIL"));
        var told = Objects.requireNonNull(one(receipt, "CNIL").told());
        assertThat(told.channel()).isEqualTo("STRUCTURE");
    }

    @Test
    void anAgencySeesThatOfItsRegionAndNobodyElses() {
        var reference = declared(breach()).reference().toString();
        assertThat(desk.of(reference, agency("84"))).isNotEmpty();
        assertThatThrownBy(() -> desk.of(reference, agency("93"))).isInstanceOf(Refusal.class);
    }

    private static Viewer agency(String region) {
        return new Viewer(null, "Agence", Set.of(Role.AGENCY), Scope.regions(Set.of(region)));
    }

    @Test
    void noRecipientIsShownMoreThanItsOwnFields() {
        var receipt = declared(breach().with("origin", "MALICIOUS")
                .with("perimeter", "NATIONAL")
                .with("systems", "PHARMACY"));
        var book = ASituation.book();
        assertThat(desk.of(receipt.reference().toString(), analyst)).hasSize(8).allSatisfy(duty -> {
            var sees = Objects.requireNonNull(book.recipients().get(duty.kept().recipient()))
                    .sees();
            assertThat(sees).containsAll(duty.answers().keySet());
            assertThat(sees)
                    .containsAll(
                            duty.lines().stream().map(line -> line.question()).toList());
        });
    }
}
