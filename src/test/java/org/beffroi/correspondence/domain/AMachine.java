package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.scheduling.config.TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Webhook.HookCall;
import org.beffroi.correspondence.domain.Webhook.HookSecret;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Submission;
import org.beffroi.files.Safe;
import org.beffroi.incident.IncidentWork;
import org.beffroi.shared.SettableClock;
import org.beffroi.shared.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A machine that is told what happens is registered, and is dead at first. */
abstract class AMachine {
    /** The house's own rounds, which go by the real time, would take what these tests have moved to another. */
    @TestConfiguration
    static class NoRounds {
        @Bean
        static BeanDefinitionRegistryPostProcessor noRoundGoesByItself() {
            return registry -> registry.removeBeanDefinition(SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME);
        }
    }

    /** To come: what is due then, no other house that shares the database takes by the real time. */
    protected static final Instant THEN = Instant.parse("2036-03-01T03:00:00Z");

    protected static final Viewer LEAD = Viewer.system("Claire Vasseur");
    protected static final String PATH = "/hooks/t0ken-771?key=hidden-772";
    protected static final String WORDS = "zzparole-4410";

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

    protected Receiver receiver = new Receiver();
    protected HookSecret made = new HookSecret(new UUID(0, 0), "");

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

    protected static Guard guard() {
        return new Guard("127.0.0.0/8");
    }

    protected Webhooks webhooks() {
        return new Webhooks(store, writer, guard(), safe, trail, clock);
    }

    protected Postman postman() {
        var out = Optional.of(new HttpOut(guard(), Duration.ofSeconds(5)));
        return new Postman(outbox, List.of(new WebhookCarrier(store, safe, out, clock)), clock);
    }

    protected int goes() {
        return postman().deliverDue(Way.WEBHOOK);
    }

    protected static void at(int minutes, Runnable doing) {
        SettableClock.at(THEN.plus(Duration.ofMinutes(minutes)), doing);
    }

    protected List<HookCall> calls() {
        return webhooks().one(made.id()).last();
    }

    protected Webhook hook() {
        return webhooks().one(made.id()).webhook();
    }

    protected Receipt declares(World world) {
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

    protected static String hmac(String secret, String words) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
    }

    protected List<String> kinds() {
        return receiver.heard().stream()
                .map(heard ->
                        JsonMapper.shared().readTree(heard.body()).get("kind").asString())
                .toList();
    }
}
