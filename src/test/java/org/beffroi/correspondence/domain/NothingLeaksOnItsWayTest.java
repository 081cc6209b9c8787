package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Submission;
import org.beffroi.incident.IncidentWork;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.Caller;
import org.beffroi.testing.House;
import org.beffroi.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What leaves the house says that something happened, and nothing of what. */
@BeffroiTest
class NothingLeaksOnItsWayTest {
    private static final String NOTE = "zznotiz-6681";
    private static final String OURS = "zzunser-3314";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Declarations declarations;

    @Autowired
    IncidentWork work;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Seats seats;

    @Autowired
    SmsPost smsPost;

    @Autowired
    Postman postman;

    private String address = "";

    @BeforeEach
    void there() {
        address = "http://127.0.0.1:" + port;
        House.of(context);
    }

    private Receipt declares(String finess, String name, String outOfBand) {
        var answers = Answers.NONE
                .with("structure", finess)
                .with("name", name)
                .with("phone", "01 40 12 34 56")
                .with("outOfBand", outOfBand)
                .with("foundAt", "2026-03-01T02:10:00Z")
                .with("description", "Plus aucun poste n’ouvre.")
                .with("care", "DEGRADED");
        return declarations.submit(
                Submission.now(answers, "WEB", UUID.randomUUID().toString()), Viewer.guest());
    }

    private void writes(Receipt to, String text) {
        var desk = seats.ofDesk(to.reference().toString(), House.of(context).viewer("analyst"));
        correspondence.write(desk, new Draft(text, UUID.randomUUID().toString()));
    }

    @Test
    void aTextMessageSaysThatThereIsAMessageAndNothingElse() {
        var told = declares(House.VALLEBRUNE, "Nadia Perrin", "portable : 06 12 34 56 87");
        work.openFor(told.declaration());
        writes(told, OURS);
        postman.deliverDue(Way.SMS);
        var texts = ((KeptSms) smsPost)
                .all().stream()
                        .filter(sms -> sms.text().contains(told.reference().toString()))
                        .toList();
        assertThat(texts).singleElement().satisfies(sms -> {
            assertThat(sms.to()).isEqualTo("+33612345687");
            assertThat(sms.toString())
                    .doesNotContain(NOTE, OURS, "Claire Vasseur", "Nadia", "VALLEBRUNE", "http", "/follow/")
                    .doesNotContain(String.valueOf(told.followToken()));
        });
        assertThat(Caller.signedIn(address, House.email("analyst"))
                        .get("/incidents/" + told.reference() + "/messages")
                        .body())
                .contains(
                        "No text message is sent: no SMS gateway is set up here.",
                        "06\u00A012\u00A034\u00A056\u00A087");
    }

    @Test
    void whatAnotherMachineIsToldHoldsNoWordOfAnybody(@Autowired WebhookRound round, @Autowired JdbcClient jdbc) {
        var lead = Caller.signedIn(address, House.email("lead"));
        Town.tellsAMachine(lead);
        var told = declares(House.VALLEBRUNE, "Nadia Perrin", "nadia@dehors.example");
        work.note(work.openFor(told.declaration()), NOTE, House.of(context).viewer("analyst"));
        writes(told, OURS);
        round.read();
        await().untilAsserted(() -> assertThat(
                        jdbc.sql("select body from correspondence.webhook_call where reference = :told")
                                .param("told", told.reference().toString())
                                .query(String.class)
                                .list())
                .hasSize(3)
                .allSatisfy(body -> assertThat(body)
                        .doesNotContain(NOTE, OURS, "Claire", "Nadia", "VALLEBRUNE", "aucun poste", "nadia@")
                        .doesNotContain(String.valueOf(told.followToken()), House.VALLEBRUNE)));
    }
}
