package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.scheduling.config.TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.MessageWritten;
import org.beffroi.correspondence.Side;
import org.beffroi.correspondence.domain.Delivery.State;
import org.beffroi.correspondence.domain.Receiver.Heard;
import org.beffroi.correspondence.domain.Webhook.HookCall;
import org.beffroi.correspondence.domain.Webhook.HookSecret;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Submission;
import org.beffroi.files.Safe;
import org.beffroi.incident.IncidentWork;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.SettableClock;
import org.beffroi.shared.World;
import org.beffroi.testing.ModuleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Other machines hear what happens, once and signed, wait for it while they are dead, and are left alone when they stay so. */
@ModuleTest
class WebhooksTest {
    /** The house's own rounds, which go by the real time, would take what these tests have moved to another. */
    @TestConfiguration
    static class NoRounds {
        @Bean
        static BeanDefinitionRegistryPostProcessor noRoundGoesByItself() {
            return registry -> registry.removeBeanDefinition(SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME);
        }
    }

    private static final Instant THEN = Instant.parse("2026-03-01T03:00:00Z");
    private static final Viewer LEAD = Viewer.system("Claire Vasseur");
    private static final String PATH = "/hooks/t0ken-771?key=hidden-772";
    private static final String WORDS = "zzparole-4410";

    @Autowired
    WebhookStore store;

    @Autowired
    WebhookWriter writer;

    @Autowired
    WebhookRound round;

    @Autowired
    OutboxStore outbox;

    @Autowired
    Declarations declarations;

    @Autowired
    IncidentWork work;

    @Autowired
    Safe safe;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Receiver receiver = new Receiver();
    private HookSecret made = new HookSecret(new UUID(0, 0), "");

    @BeforeEach
    void aMachineIsRegistered() {
        while (round.read()) {
            assertThat(clock).isNotNull(); // what other tests have declared is none of this one's
        }
        receiver = new Receiver();
        at(0, () -> made = webhooks().register(receiver.address() + PATH, "GRADeS", false, LEAD));
    }

    @AfterEach
    void stop() {
        store.all().forEach(hook -> webhooks().stop(hook.id(), LEAD));
        receiver.close();
    }

    private static Guard guard() {
        return new Guard("127.0.0.0/8");
    }

    private Webhooks webhooks() {
        return new Webhooks(store, writer, guard(), safe, trail, clock);
    }

    private Postman postman() {
        var out = Optional.of(new HttpOut(guard(), Duration.ofSeconds(5)));
        return new Postman(outbox, List.of(new WebhookCarrier(store, safe, out, clock)), clock);
    }

    private int goes() {
        return postman().deliverDue(Way.WEBHOOK);
    }

    private static void at(int minutes, Runnable doing) {
        SettableClock.at(THEN.plus(Duration.ofMinutes(minutes)), doing);
    }

    private List<HookCall> calls() {
        return webhooks().one(made.id()).last();
    }

    private Webhook hook() {
        return webhooks().one(made.id()).webhook();
    }

    private Receipt declares(World world) {
        var answers = Answers.NONE
                .with("structure", "Clinique " + WORDS)
                .with("name", "Nadia " + WORDS)
                .with("phone", "06 12 34 56 78")
                .with("foundAt", "2026-03-01T02:10:00Z")
                .with("description", WORDS)
                .with("care", "DEGRADED");
        return declarations.submit(
                Submission.now(answers, "WEB", UUID.randomUUID().toString()).in(world), Viewer.guest());
    }

    private static String hmac(String secret, String words) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> kinds() {
        return receiver.heard().stream()
                .map(heard ->
                        JsonMapper.shared().readTree(heard.body()).get("kind").asString())
                .toList();
    }

    @Test
    void isToldOfANightByReferencesAndTimesAlone() {
        receiver.alive();
        at(10, () -> {
            var receipt = declares(World.NATIONAL);
            var incident = work.openFor(receipt.declaration());
            round.read();
            writer.ofIncident(incident, "incident.taken", THEN.plusSeconds(700));
            writer.written(
                    new MessageWritten(receipt.declaration(), World.NATIONAL, THEN.plusSeconds(800), Side.DESK, true));
            writer.ofIncident(incident, "incident.closed", THEN.plusSeconds(900));
            goes();
            assertThat(kinds())
                    .containsExactly(
                            "declaration.received",
                            "incident.opened",
                            "incident.taken",
                            "message.written",
                            "incident.closed");
            assertThat(receiver.heard()).allSatisfy(heard -> {
                assertThat(heard.body())
                        .contains(receipt.reference().toString())
                        .doesNotContain(WORDS, "Clinique", "Nadia", "0612", "06 12");
                assertThat(heard.path()).isEqualTo(PATH);
                assertThat(JsonMapper.shared().readTree(heard.body()).propertyNames())
                        .containsExactly("id", "kind", "at", "world", "reference", "by", "link");
            });
        });
        assertThat(calls()).extracting(HookCall::state).containsOnly(State.HANDED_OVER);
    }

    @Test
    void whatIsHeardTwiceIsToldOnce() {
        receiver.alive();
        at(10, () -> {
            var receipt = declares(World.NATIONAL);
            work.openFor(receipt.declaration());
            var written = new MessageWritten(
                    receipt.declaration(), World.NATIONAL, THEN.plusSeconds(800), Side.STRUCTURE, false);
            writer.written(written);
            writer.written(written);
            round.read();
            jdbc.sql("update correspondence.webhook_bookmark set incident_id = '00000000-0000-0000-0000-000000000000'")
                    .update();
            round.read();
            goes();
            goes();
        });
        assertThat(kinds()).containsExactlyInAnyOrder("message.written", "declaration.received", "incident.opened");
    }

    @Test
    void whoChecksTheSignatureFindsThatWeWroteAndWhen() throws Exception {
        receiver.alive();
        at(10, () -> {
            webhooks().test(made.id(), LEAD);
            goes();
        });
        var heard = receiver.heard().getFirst();
        var t = String.valueOf(THEN.plus(Duration.ofMinutes(10)).getEpochSecond());
        assertThat(heard.header("beffroi-signature"))
                .isEqualTo("t=%s,v1=%s".formatted(t, hmac(made.secret(), t + "." + heard.body())));
        assertThat(heard.header("beffroi-event"))
                .isEqualTo(JsonMapper.shared().readTree(heard.body()).get("id").asString());
        assertThat(heard.header("content-type")).startsWith("application/json");
        assertThat(kinds()).containsExactly("test");
    }

    @Test
    void aReplacedSecretSignsForADayBesideTheNewOne() throws Exception {
        receiver.alive();
        var fresh = new ArrayList<HookSecret>();
        at(10, () -> fresh.add(webhooks().replaceSecret(made.id(), LEAD)));
        assertThat(fresh.getFirst().secret()).isNotEqualTo(made.secret());
        for (int minutes : new int[] {10 + 24 * 60 - 1, 10 + 24 * 60}) {
            at(minutes, () -> {
                webhooks().test(made.id(), LEAD);
                goes();
            });
        }
        var both = receiver.heard().get(0);
        var alone = receiver.heard().get(1);
        assertThat(both.header("beffroi-signature"))
                .contains("v1=" + signed(both, fresh.getFirst().secret()), "v1=" + signed(both, made.secret()));
        assertThat(alone.header("beffroi-signature"))
                .contains("v1=" + signed(alone, fresh.getFirst().secret()))
                .doesNotContain(signed(alone, made.secret()));
    }

    private static String signed(Heard heard, String secret) throws Exception {
        var t = heard.header("beffroi-signature").replaceFirst("^t=([0-9]+),.*$", "$1");
        return hmac(secret, t + "." + heard.body());
    }

    @Test
    void anHourDeadAndNothingIsLostNorToldTwice() {
        at(0, () -> {
            webhooks().test(made.id(), LEAD);
            webhooks().test(made.id(), LEAD);
        });
        for (int minute = 0; minute <= 60; minute++) {
            at(minute, () -> assertThat(goes()).isLessThanOrEqualTo(1));
        }
        assertThat(calls()).extracting(HookCall::state).contains(State.RETRYING);
        assertThat(calls()).extracting(HookCall::answer).contains("NO_ANSWER");
        assertThat(hook().failingSince()).isEqualTo(THEN);
        assertThat(new WebhookDoctor(store, clock).check().getFirst().finding()).contains("http://127.0.0.1:");
        receiver.alive();
        for (int minute = 61; minute <= 200; minute++) {
            at(minute, this::goes);
        }
        assertThat(receiver.heard()).hasSize(2);
        assertThat(receiver.heard())
                .extracting(heard -> heard.header("beffroi-event"))
                .doesNotHaveDuplicates();
        assertThat(calls()).extracting(HookCall::state).containsOnly(State.HANDED_OVER);
        assertThat(hook().failingSince()).isNull();
    }

    @Test
    void aLostAnswerIsAskedForAgainUnderTheSameIdentifier() {
        receiver.alive().losing(1);
        at(0, () -> {
            webhooks().test(made.id(), LEAD);
            goes();
        });
        at(1, this::goes);
        assertThat(receiver.heard())
                .extracting(heard -> heard.header("beffroi-event"))
                .hasSize(2);
        assertThat(receiver.heard().stream()
                        .map(heard -> heard.header("beffroi-event"))
                        .distinct())
                .hasSize(1);
        assertThat(receiver.heard().stream().map(Heard::body).distinct()).hasSize(1);
        assertThat(calls()).extracting(HookCall::attempts).containsExactly(2);
    }

    @Test
    void afterAWeekOfFailureItIsStoppedAndThatIsSaid() {
        receiver.alive().answering(500);
        for (int hour = 0; hour <= 7 * 24; hour += 12) {
            at(60 * hour, () -> {
                if (hook().ended() == null) {
                    webhooks().test(made.id(), LEAD);
                }
                goes();
            });
        }
        assertThat(hook().ended()).isEqualTo("FAILING");
        assertThat(hook().endedBy()).isNull();
        assertThat(calls()).extracting(HookCall::answer).contains("500");
        assertThat(webhooks().inTrouble()).extracting(Webhook::id).contains(made.id());
        var then = receiver.heard().size();
        at(60 * 24 * 9, () -> {
            goes();
            assertThat(new WebhookDoctor(store, clock).check().getFirst().well())
                    .isFalse();
        });
        assertThat(receiver.heard()).hasSize(then);
        assertThatThrownBy(() -> webhooks().test(made.id(), LEAD)).isInstanceOf(Refusal.class);
    }

    @Test
    void oneThatIsDeadKeepsNoOtherWaiting() {
        receiver.alive();
        try (var dead = new Receiver()) {
            at(0, () -> {
                var deaf = webhooks().register(dead.address(), "Éteint", false, LEAD);
                for (int events = 0; events < 5; events++) {
                    webhooks().test(deaf.id(), LEAD);
                }
                webhooks().test(made.id(), LEAD);
                // One attempt at the dead one, not five.
                assertThat(goes()).isEqualTo(2);
            });
        }
        assertThat(receiver.heard()).hasSize(1);
    }

    @Test
    void rehearsalsAreToldOnlyToWhoAskedForThemAndOtherWorldsToNobody() {
        receiver.alive();
        try (var other = new Receiver().alive()) {
            at(10, () -> {
                webhooks().register(other.address(), "Exercices", true, LEAD);
                for (var world : List.of(World.rehearsal(7), new World("veris"))) {
                    var receipt = declares(world);
                    writer.written(
                            new MessageWritten(receipt.declaration(), world, THEN.plusSeconds(700), Side.DESK, true));
                }
                goes();
            });
            assertThat(receiver.heard()).isEmpty();
            assertThat(other.heard())
                    .singleElement()
                    .satisfies(heard -> assertThat(heard.body()).contains("\"world\":\"rehearsal-7\""));
        }
    }

    @Test
    void ofADemonstrationNothingLeaves() {
        receiver.alive();
        at(0, () -> {
            webhooks().test(made.id(), LEAD);
            new Postman(outbox, List.of(new WebhookCarrier(store, safe, Optional.empty(), clock)), clock)
                    .deliverDue(Way.WEBHOOK);
        });
        assertThat(receiver.heard()).isEmpty();
        assertThat(calls()).extracting(HookCall::state).containsExactly(State.KEPT);
    }

    @Test
    void whatHappenedBeforeItWasRegisteredIsNotTold() {
        receiver.alive();
        at(-60, () -> declares(World.NATIONAL));
        at(10, () -> {
            round.read();
            goes();
        });
        assertThat(receiver.heard()).isEmpty();
    }

    /** A dump of the database, by whoever has it. */
    @Test
    void theDatabaseAloneTellsNeitherAddressNorSecret() {
        var rows = jdbc.sql("select w::text from correspondence.webhook w where id = :id")
                .param("id", made.id())
                .query(String.class)
                .single();
        assertThat(rows).contains("GRADeS", "127.0.0.1").doesNotContain("t0ken-771", "hidden-772", made.secret());
        assertThat(Objects.toString(webhooks().one(made.id())))
                .doesNotContain("t0ken-771", "hidden-772", made.secret());
    }

    @Test
    void stoppedItHearsNothingMoreNotEvenWhatWasOnItsWay() {
        receiver.alive();
        at(0, () -> {
            webhooks().test(made.id(), LEAD);
            webhooks().stop(made.id(), LEAD);
            goes();
        });
        assertThat(receiver.heard()).isEmpty();
        assertThat(hook().ended()).isEqualTo("STOPPED");
        assertThat(hook().endedBy()).isEqualTo("Claire Vasseur");
    }

    @Test
    void whatIsOldIsForgotten() {
        receiver.alive();
        at(0, () -> {
            webhooks().test(made.id(), LEAD);
            goes();
        });
        store.forgetCallsBefore(THEN.plusSeconds(1));
        assertThat(calls()).isEmpty();
    }
}
