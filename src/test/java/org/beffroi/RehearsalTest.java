package org.beffroi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Rehearsal;
import org.beffroi.declaration.Submission;
import org.beffroi.declaration.domain.Rehearsals;
import org.beffroi.incident.IncidentWork;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** An exercise is as on any night, says so wherever it is seen, reaches nobody outside, and is counted nowhere. */
@BeffroiTest
class RehearsalTest {
    private static final String MARK = "class=\"rehearsal\"";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Rehearsals rehearsals;

    @Autowired
    Declarations declarations;

    @Autowired
    IncidentWork work;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Rehearsal rehearsal = new Rehearsal(new UUID(0, 0), World.rehearsal(0), "", 1, "", Instant.EPOCH, "", null);
    private Caller analyst = Caller.guest("");
    private Caller guest = Caller.guest("");

    @BeforeEach
    void somebodyOpensOne() {
        var lead = House.of(context).viewer("lead");
        rehearsal = rehearsals.open("Nuit sans dossier patient", 60, lead);
        analyst = signedIn("analyst");
        guest = Caller.guest("http://127.0.0.1:" + port);
    }

    private Caller signedIn(String who) {
        return Caller.signedIn("http://127.0.0.1:" + port, House.email(who));
    }

    private Answers answers() {
        return Village.enough(House.MONT_ALAOUI)
                .with("foundAt", clock.instant().toString())
                .with("email", "nadia@journey.example")
                .with("dataKinds", "HEALTH")
                .with("dataEffects", "DISCLOSED");
    }

    private Receipt declared() {
        var receipt = declarations.submit(
                Submission.now(answers(), "WEB", UUID.randomUUID().toString()).in(rehearsal.world()), Viewer.guest());
        work.openFor(receipt.declaration());
        return receipt;
    }

    private Map<String, String> form(Map<String, String> more) {
        var form = new HashMap<>(Map.of("key", UUID.randomUUID().toString(), "rehearsal", rehearsal.code()));
        answers().byQuestion().forEach((question, values) -> form.put(question, values.getFirst()));
        form.putAll(more);
        return form;
    }

    private long count(String table, String where, UUID declaration) {
        return jdbc.sql("select count(*) from " + table + " where " + where)
                .param("declaration", declaration)
                .query(Long.class)
                .single();
    }

    @Test
    void whateverShowsItSaysThatItIsAnExercise() {
        var receipt = declared();
        assertThat(receipt.reference().toString()).startsWith("EXE-");
        for (var page : List.of(
                "/follow/" + receipt.followToken(),
                "/follow/" + receipt.followToken() + "/messages",
                "/follow/" + receipt.followToken() + "/versions",
                "/declare?rehearsal=" + rehearsal.code())) {
            assertThat(guest.get(page).body()).as(page).contains(MARK);
        }
        for (var page : List.of(
                "/incidents/" + receipt.reference(),
                "/incidents/" + receipt.reference() + "/messages",
                "/incidents?world=" + rehearsal.world(),
                "/rehearsals/" + rehearsal.id())) {
            assertThat(analyst.get(page).body()).as(page).contains(MARK);
        }
        assertThat(analyst.get("/incidents").body())
                .doesNotContain(MARK, receipt.reference().toString());
    }

    @Test
    void itsClocksRunFasterAndItsFactsAreWrittenNowhere() {
        var receipt = declared();
        var told = analyst.get("/api/v1/incidents/" + receipt.reference() + "/obligations")
                .body();
        var due = new JsonMapper()
                .readTree(told)
                .valueStream()
                .filter(one -> one.get("recipient").asString().equals("CNIL"))
                .map(one -> Instant.parse(one.get("due").asString()))
                .toList();
        assertThat(due)
                .singleElement()
                .satisfies(at -> assertThat(at)
                        .isBetween(
                                receipt.declaredAt().plus(Duration.ofMinutes(71)),
                                receipt.declaredAt().plus(Duration.ofMinutes(72))));
        assertThat(jdbc.sql("select count(*) from journal.fact where world like 'rehearsal-%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void noMailLeaves() {
        var receipt = declared();
        var sent = analyst.post(
                "/api/v1/incidents/" + receipt.reference() + "/messages",
                Caller.JSON,
                "{\"text\": \"Rappelez-nous.\"}",
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        assertThat(guest.get("/follow/" + receipt.followToken() + "/messages").body())
                .contains("Rappelez-nous.");
        assertThat(count("correspondence.message", "declaration_id = :declaration", receipt.declaration()))
                .isOne();
        assertThat(count(
                        "correspondence.delivery",
                        "message_id in (select id from correspondence.message where declaration_id = :declaration)",
                        receipt.declaration()))
                .isZero();
    }

    @Test
    void onceItHasEndedNothingIsDeclaredInItNorInEarnest() {
        rehearsals.end(rehearsal.id(), House.of(context).viewer("lead"));
        var before = count("declaration.declaration", "true", new UUID(0, 0));
        var refused = guest.post("/declare", Caller.FORM, Caller.form(form(Map.of())));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Nothing was sent");
        assertThat(guest.get("/declare?rehearsal=WRONG").statusCode()).isEqualTo(422);
        assertThat(guest.post("/api/v1/declarations?rehearsal=WRONG", Caller.JSON, "{}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(count("declaration.declaration", "true", new UUID(0, 0))).isEqualTo(before);
    }

    @Test
    void whatWasRehearsedAndIsThenSaidInEarnestIsAnother() {
        var key = UUID.randomUUID().toString();
        var words = Submission.now(answers(), "WEB", key);
        var rehearsed = declarations.submit(words.in(rehearsal.world()), Viewer.guest());
        assertThat(declarations
                        .submit(words.in(rehearsal.world()), Viewer.guest())
                        .reference())
                .isEqualTo(rehearsed.reference());
        assertThatThrownBy(() -> declarations.submit(words, Viewer.guest())).isInstanceOf(Refusal.class);
    }

    @Test
    void theAgencyOfTheRegionSeesItWhenItAsksAndOthersDoNot() {
        var receipt = declared();
        var queue = "/incidents?world=" + rehearsal.world();
        assertThat(signedIn("agency").get(queue).body())
                .contains(receipt.reference().toString());
        assertThat(signedIn("agency").get("/incidents").body())
                .doesNotContain(receipt.reference().toString());
        assertThat(signedIn("declarant")
                        .get("/declarations/" + receipt.reference())
                        .statusCode())
                .isEqualTo(404);
        assertThat(signedIn("declarant").get("/rehearsals/" + rehearsal.id()).statusCode())
                .isEqualTo(404);
        assertThat(signedIn("neighbour")
                        .get("/declarations/" + receipt.reference())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aNameAndASpeedAreNeeded() {
        var lead = House.of(context).viewer("lead");
        assertThatThrownBy(() -> rehearsals.open(" ", 7, lead))
                .isInstanceOfSatisfying(
                        FieldErrors.Invalid.class,
                        wrong -> assertThat(wrong.errors().all())
                                .extracting(FieldErrors.FieldError::field)
                                .containsExactly("name", "speed"));
        var refused = analyst.post("/rehearsals", Caller.FORM, Caller.form(Map.of("name", "", "speed", "60")));
        assertThat(refused.statusCode()).isEqualTo(422);
    }
}
