package org.beffroi.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.junit.jupiter.api.Test;

class QueueFilterTest {
    @Test
    void isTheNationsOpenQueueWhenNothingIsAsked() {
        var expected = new QueueQuery(QueueQuery.View.OPEN, null, "", World.NATIONAL, 1);
        assertThat(new QueueFilter(null, null, null, null, null, null).query()).isEqualTo(expected);
        assertThat(new QueueFilter(" ", "", "", "", " ", 0).query()).isEqualTo(expected);
    }

    @Test
    void readsTheAddressInAnyCase() {
        assertThat(new QueueFilter("Closed", "53", "brest", "other", "False", 3).query())
                .isEqualTo(new QueueQuery(QueueQuery.View.CLOSED, "53", "brest", new World("other"), false, 3));
    }

    @Test
    void refusesWhatIsNoViewAndNoWorld() {
        assertThatThrownBy(() -> new QueueFilter("all", null, null, null, null, null).query())
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new QueueFilter(null, null, null, "no world!", null, null).query())
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new QueueFilter(null, null, null, null, "perhaps", null).query())
                .isInstanceOf(Refusal.class);
    }

    @Test
    void keepsWithinBounds() {
        assertThat(new QueueFilter(null, null, "x".repeat(500), null, null, 999_999_999).query())
                .satisfies(query -> {
                    assertThat(query.text()).hasSize(200);
                    assertThat(query.page()).isEqualTo(10_000);
                });
    }
}
