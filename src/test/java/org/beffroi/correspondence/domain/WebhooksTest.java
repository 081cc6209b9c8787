package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.correspondence.MessageWritten;
import org.beffroi.correspondence.Side;
import org.beffroi.correspondence.domain.Delivery.State;
import org.beffroi.correspondence.domain.Receiver.Heard;
import org.beffroi.correspondence.domain.Webhook.HookCall;
import org.beffroi.correspondence.domain.Webhook.HookSecret;
import org.beffroi.shared.World;
import org.beffroi.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Other machines hear what happens, once and signed. */
@ModuleTest
class WebhooksTest extends AMachine {
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
    void oneThatCannotBeReadKeepsNoLaterOneUntold() {
        receiver.alive();
        at(10, () -> {
            var broken = declares(World.NATIONAL);
            work.openFor(broken.declaration());
            var sound = declares(World.NATIONAL);
            work.openFor(sound.declaration());
            var answers = jdbc.sql("select answers from declaration.version where declaration_id = :id")
                    .param("id", broken.declaration())
                    .query(String.class)
                    .single();
            answers(broken.declaration(), "[]");
            try {
                while (round.read()) {
                    assertThat(clock).isNotNull();
                }
                goes();
            } finally {
                answers(broken.declaration(), answers);
            }
            assertThat(receiver.heard())
                    .extracting(Heard::body)
                    .filteredOn(body -> body.contains(sound.reference().toString()))
                    .hasSize(2);
        });
    }

    /** As a disk, or a hand, may do it: a version is otherwise never changed. */
    private void answers(UUID declaration, String json) {
        jdbc.sql("alter table declaration.version disable trigger user").update();
        jdbc.sql("update declaration.version set answers = cast(:json as jsonb) where declaration_id = :id")
                .param("json", json)
                .param("id", declaration)
                .update();
        jdbc.sql("alter table declaration.version enable trigger user").update();
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
