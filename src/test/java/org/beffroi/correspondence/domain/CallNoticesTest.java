package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.beffroi.access.Colleagues;
import org.beffroi.access.Viewer;
import org.beffroi.access.domain.Reaches;
import org.beffroi.incident.CallMade;
import org.beffroi.shared.PublicReference;
import org.beffroi.testing.BeffroiTest;
import org.beffroi.testing.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What a call brings to the one who is woken. */
@BeffroiTest
class CallNoticesTest {
    private static final Instant THEN = Instant.parse("2026-11-25T01:14:00Z");
    private static final PublicReference REFERENCE = new PublicReference(2026, 777);

    @Autowired
    ApplicationContext context;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Reaches reaches;

    @Autowired
    MessageSource texts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Viewer analyst = Viewer.guest();

    @BeforeEach
    void moveIn() {
        analyst = House.of(context).viewer("analyst");
    }

    private UUID calls(UUID account) {
        var id = UuidCreator.getTimeOrderedEpoch();
        publish(new CallMade(id, account, REFERENCE, 1, THEN));
        return id;
    }

    private void publish(CallMade call) {
        transaction.executeWithoutResult(status -> events.publishEvent(call));
    }

    private List<String> addresses(UUID id) {
        return jdbc.sql("select address from correspondence.delivery where message_id = :id and kind = 'CALL'")
                .param("id", id)
                .query(String.class)
                .list();
    }

    @Test
    void goesWhereTheColleagueWantsItAndOnceThoughItIsToldTwice() {
        reaches.change("", "claire@dehors.example", analyst);
        var account = java.util.Objects.requireNonNull(analyst.account());
        var id = calls(account);
        await().untilAsserted(() -> assertThat(addresses(id)).containsExactly("claire@dehors.example"));
        publish(new CallMade(id, account, REFERENCE, 1, THEN));
        var other = calls(account);
        await().untilAsserted(() -> assertThat(addresses(other)).hasSize(1));
        assertThat(addresses(id)).hasSize(1);
        reaches.change("", "", analyst);
        var third = calls(account);
        await().untilAsserted(() -> assertThat(addresses(third)).containsExactly(House.email("analyst")));
    }

    @Test
    void aMobileIsWokenTooWhereThereIsAGateway() {
        reaches.change("06 12 34 44 55", "claire@dehors.example", analyst);
        var outbox = context.getBean(OutboxStore.class);
        var gateway = new SmsSettings("http://127.0.0.1:1/send", "POST", "", "", "JSON", "{to}{text}{id}");
        var notices = new CallNotices(context.getBean(Colleagues.class), outbox, gateway);
        var call = new CallMade(
                UuidCreator.getTimeOrderedEpoch(),
                java.util.Objects.requireNonNull(analyst.account()),
                REFERENCE,
                1,
                THEN);
        notices.on(call);
        notices.on(call);
        assertThat(jdbc.sql("select address from correspondence.delivery where kind = 'CALL' and way = 'SMS'")
                        .query(String.class)
                        .list())
                .containsExactly("+33612344455");
        assertThat(addresses(call.id())).containsExactly("claire@dehors.example");
        var due = new OutboxStore.Due(
                UUID.randomUUID(), Way.SMS, Notices.Kind.CALL, REFERENCE, "+33612344455", THEN, 1, List.of());
        assertThat(new Notices(texts, MailServer.settings(1), new KeptMailbox(), "09 72 43 91 25", "")
                        .smsOf(due)
                        .text()
                        .lines())
                .hasSize(2)
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(160).contains(REFERENCE.toString()));
        jdbc.sql("delete from correspondence.delivery where kind = 'CALL' and way = 'SMS'")
                .update();
    }

    @Test
    void nobodyElseIsToldAnything() {
        var stranger = calls(UUID.randomUUID());
        var last = calls(java.util.Objects.requireNonNull(analyst.account()));
        await().untilAsserted(() -> assertThat(addresses(last)).hasSize(1));
        assertThat(addresses(stranger)).isEmpty();
    }

    private Mail mail(String address) {
        var notices = new Notices(texts, MailServer.settings(1), new KeptMailbox(), "09 72 43 91 25", address);
        return notices.of(new OutboxStore.Due(
                UUID.randomUUID(),
                Way.MAIL,
                Notices.Kind.CALL,
                REFERENCE,
                "claire@dehors.example",
                THEN,
                1,
                List.of()));
    }

    @Test
    void saysThatOneWaitsSinceWhenAndWhere() {
        var mail = mail("https://beffroi.example/");
        assertThat(mail.subject())
                .isEqualTo("Astreinte : un incident majeur attend / On call: a major incident waits"
                        .replace(" :", "\u00a0:"));
        assertThat(mail.text())
                .contains("\nhttps://beffroi.example/incidents/" + REFERENCE + "\n")
                .contains("25 Nov 2026, 02:14", "25 nov. 2026 à 02", "Je m’en occupe", "I have it")
                .doesNotContain("{");
    }

    @Test
    void withoutAnAddressItNamesTheNumberOnly() {
        assertThat(mail("").text())
                .contains(REFERENCE.toString(), "connectez-vous")
                .doesNotContain("http", "{");
    }
}
