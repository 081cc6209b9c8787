package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Conversation.Message;
import org.beffroi.shared.Refusal;
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

/** Whoever cannot use the form writes a mail: it is not lost, is answered, and becomes a declaration or joins one. */
@BeffroiTest
class MailInTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    MailIn mails;

    @Autowired
    MailRoom room;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Seats seats;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final String sender = "nadia-" + UUID.randomUUID() + "@dehors.example";
    private Viewer desk = Viewer.guest();
    private Caller analyst = Caller.guest("");

    @BeforeEach
    void theDeskIsThere() {
        desk = House.of(context).viewer("analyst");
        analyst = Caller.signedIn("http://127.0.0.1:" + port, House.email("analyst"));
    }

    private boolean arrives(Letters letter) throws Exception {
        return mails.take(MailReader.read(letter.sent(), clock.instant()));
    }

    private List<MailRoom.Mail> waiting() {
        return room.waiting(desk).stream()
                .filter(mail -> mail.from().equals(sender))
                .toList();
    }

    private List<String> told(String address) {
        return jdbc.sql(
                        "select kind from correspondence.delivery where address = :address and kind <> 'NOTICE' order by created_at")
                .param("address", address)
                .query(String.class)
                .list();
    }

    private List<Message> messages(String reference) {
        return correspondence.glance(seats.ofDesk(reference, desk)).messages();
    }

    private Town.Declared declared() {
        return new Town(context).declares(House.VALLEBRUNE, "Nadia Perrin", "Plus rien. " + sender);
    }

    /** By the desk, in the form that began with it. */
    private String writesDown(UUID mail) {
        var fields = new HashMap<>(Map.of(
                "key",
                UUID.randomUUID().toString(),
                "mail",
                mail.toString(),
                "channel",
                "EMAIL",
                "saidAt",
                "2026-03-02T10:00",
                "saidZone",
                "Europe/Paris",
                "structure",
                House.VALLEBRUNE,
                "name",
                "Nadia Perrin",
                "email",
                sender));
        fields.putAll(Map.of("foundAt", "2026-03-02T09:00", "description", "Plus aucun dossier.", "care", "DEGRADED"));
        var sent = analyst.post("/declare", Caller.FORM, Caller.form(fields));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        return sent.headers().firstValue("Location").orElseThrow().replaceFirst(".*/(BEF[^?]*).*", "$1");
    }

    @Test
    void oneThatNamesNoNumberWaitsIsAnsweredAndBecomesADeclarationWithItsFiles() throws Exception {
        assertThat(arrives(Letters.from(sender, "Panne totale", "Plus aucun dossier au CH de Vallebrune.")
                        .with("capture.png", "PNG".getBytes(StandardCharsets.UTF_8))))
                .isTrue();
        var mail = waiting().getFirst();
        assertThat(told(sender)).containsExactly("ARRIVED");
        assertThat(analyst.get("/messages").body()).contains("Panne totale", sender);
        assertThat(analyst.get("/messages/mails/" + mail.id()).body()).contains("capture.png", "proves nothing");
        var form = analyst.get("/declare?mail=" + mail.id()).body();
        assertThat(form)
                .contains(
                        "Plus aucun dossier au CH de Vallebrune.",
                        sender,
                        mail.id().toString());
        var reference = writesDown(mail.id());
        assertThat(waiting()).isEmpty();
        org.awaitility.Awaitility.await()
                .until(() -> analyst.get("/incidents/" + reference).statusCode() == 200);
        assertThat(messages(reference)).singleElement().satisfies(message -> {
            assertThat(message.text()).contains("Panne totale", "Plus aucun dossier au CH");
            assertThat(message.by()).isEqualTo("✉ " + sender);
            assertThat(message.stranger()).isFalse();
            assertThat(message.files()).extracting(Conversation.Attached::name).containsExactly("capture.png");
        });
        assertThat(room.one(mail.id(), desk).ended()).isEqualTo("DECLARED");
    }

    @Test
    void oneThatAnswersAMessageOfOursOrNamesANumberJoinsThatConversation() throws Exception {
        var declared = declared();
        correspondence.write(
                seats.ofDesk(declared.reference(), desk),
                new Draft("Où en êtes-vous ?", UUID.randomUUID().toString()));
        var ours = jdbc.sql("select id from correspondence.message where declaration_id = :id")
                .param("id", declared.declaration())
                .query(UUID.class)
                .single();
        arrives(Letters.from(sender, "Re", "Tout refonctionne.")
                .header("In-Reply-To", "<" + ours + "@beffroi.example>"));
        arrives(Letters.from(
                "autre-" + sender, declared.reference().toLowerCase(java.util.Locale.ROOT), "Sauf l’imagerie."));
        assertThat(waiting()).isEmpty();
        assertThat(messages(declared.reference()))
                .extracting(Message::text)
                .anySatisfy(text -> assertThat(text).contains("Tout refonctionne."))
                .anySatisfy(text -> assertThat(text).contains("Sauf l’imagerie."));
        assertThat(messages(declared.reference()).getLast().stranger()).isTrue();
        assertThat(analyst.get("/incidents/" + declared.reference() + "/messages")
                        .body())
                .contains("This address is not the one that was declared.");
        assertThat(told(sender)).containsExactly("FILED");
    }

    @Test
    void fetchedTwiceItIsOne() throws Exception {
        var letter = Letters.from(sender, "Panne", "x").named("<twice-" + UUID.randomUUID() + "@dehors.example>");
        assertThat(arrives(letter)).isTrue();
        assertThat(arrives(letter)).isFalse();
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void aMachineIsNotAnsweredAndWaitsForNobody() throws Exception {
        arrives(Letters.from(sender, "Absence", "Je suis en congé.").header("Auto-Submitted", "auto-replied"));
        assertThat(waiting()).isEmpty();
        assertThat(told(sender)).isEmpty();
    }

    @Test
    void aSenderIsAnsweredAFewTimesADayAndNoMore() throws Exception {
        for (int i = 0; i < MailIn.ANSWERS_A_DAY + 3; i++) {
            arrives(Letters.from(sender, "Panne " + i, "x"));
        }
        assertThat(waiting()).hasSize(MailIn.ANSWERS_A_DAY + 3);
        assertThat(told(sender)).hasSize(MailIn.ANSWERS_A_DAY);
    }

    @Test
    void theDeskSeesThatItsMailDidNotArrive() throws Exception {
        var declared = declared();
        correspondence.write(
                seats.ofDesk(declared.reference(), desk),
                new Draft("Rappelez-nous.", UUID.randomUUID().toString()));
        var ours = jdbc.sql("select id from correspondence.message where declaration_id = :id")
                .param("id", declared.declaration())
                .query(UUID.class)
                .single();
        mails.take(MailReader.read(Letters.bounce(ours.toString()), clock.instant()));
        assertThat(messages(declared.reference()).getFirst().delivery())
                .isNotNull()
                .satisfies(delivery -> assertThat(delivery.state()).isEqualTo(Delivery.State.BOUNCED));
        assertThat(analyst.get("/incidents/" + declared.reference() + "/messages")
                        .body())
                .contains("it did not arrive");
    }

    @Test
    void theDeskPutsItWhereItBelongsOrLeavesItOnce() throws Exception {
        var declared = declared();
        arrives(Letters.from(sender, "Suite", "Le laboratoire aussi."));
        arrives(Letters.from(sender, "Publicité", "Achetez."));
        var mail = waiting().getFirst();
        assertThatThrownBy(() -> room.join(mail.id(), "BEF-1", desk)).isInstanceOf(Refusal.class);
        var wrong = analyst.post("/messages/mails/" + mail.id() + "/joining", Caller.FORM, "number=BEF-1");
        assertThat(wrong.statusCode()).isEqualTo(422);
        room.join(mail.id(), declared.reference(), desk);
        room.dismiss(waiting().getFirst().id(), desk);
        assertThat(waiting()).isEmpty();
        assertThatThrownBy(() -> room.dismiss(mail.id(), desk)).isInstanceOf(Refusal.class);
        assertThat(messages(declared.reference())).hasSize(1);
        assertThat(room.waiting(House.of(context).viewer("agency"))).isEmpty();
    }
}
