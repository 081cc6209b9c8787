package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.beffroi.correspondence.domain.Delivery.State;
import org.beffroi.correspondence.domain.Receiver.Heard;
import org.beffroi.correspondence.domain.Webhook.HookCall;
import org.beffroi.shared.Refusal;
import org.beffroi.testing.ModuleTest;
import org.junit.jupiter.api.Test;

/** While a machine is dead nothing is lost nor told twice; one that stays so is left alone. */
@ModuleTest
class DeafMachineTest extends AMachine {
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
        at(
                60 * 24 * 8,
                () -> assertThat(webhooks().deaf()).extracting(Webhook::id).contains(made.id()));
        var then = receiver.heard().size();
        at(60 * 24 * 9, () -> {
            goes();
            assertThat(new WebhookDoctor(store, clock).check().getFirst().well())
                    .isFalse();
        });
        assertThat(receiver.heard()).hasSize(then);
        assertThatThrownBy(() -> webhooks().test(made.id(), LEAD)).isInstanceOf(Refusal.class);
        at(60 * 24 * 38, () -> assertThat(webhooks().deaf()).isEmpty());
        at(60 * 24 * 10, () -> {
            webhooks().register(receiver.address() + PATH, "GRADeS", false, LEAD);
            assertThat(webhooks().deaf()).isEmpty();
            assertThat(new WebhookDoctor(store, clock).check().getFirst().finding())
                    .contains("all heard");
        });
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
}
