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
        assertThat(new QueueFilter(null, null, null, null, null, null, null).query())
                .isEqualTo(expected);
        assertThat(new QueueFilter(" ", "", "", "", " ", " ", 0).query()).isEqualTo(expected);
    }

    @Test
    void readsTheAddressInAnyCase() {
        assertThat(new QueueFilter("Closed", "53", "brest", "other", "False", "near_miss", 3).query())
                .isEqualTo(new QueueQuery(
                        QueueQuery.View.CLOSED, "53", "brest", new World("other"), false, "NEAR_MISS", 3));
    }

    @Test
    void refusesWhatIsNoViewAndNoWorld() {
        assertThatThrownBy(() -> new QueueFilter("all", null, null, null, null, null, null).query())
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new QueueFilter(null, null, null, "no world!", null, null, null).query())
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new QueueFilter(null, null, null, null, "perhaps", null, null).query())
                .isInstanceOf(Refusal.class);
    }

    @Test
    void refusesWhatIsNoKind() {
        assertThatThrownBy(() -> new QueueFilter(null, null, null, null, null, "no kind!", null).query())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("incident.error.kind"));
    }

    @Test
    void writesAnAddressThatReadsTheSame() {
        var query = new QueueFilter("mine", "53", "brest", "other", "true", "threat", 2).query();
        assertThat(query.address())
                .isEqualTo("view=mine&region=53&q=brest&world=other&verified=true&kind=threat&page=2");
        assertThat(query.in(QueueQuery.View.OPEN).kind()).isEqualTo("THREAT");
        assertThat(query.unverified().kind()).isEqualTo("THREAT");
    }

    @Test
    void readsWhatAQueryWrites() {
        var query = new QueueFilter("closed", "53", "hôpital & co", "other", "false", "threat", null).query();
        assertThat(QueueFilter.of(query.address()).query()).isEqualTo(query);
        assertThat(QueueFilter.of("").query())
                .isEqualTo(QueueFilter.of("view=open").query());
        assertThat(QueueFilter.of("q=%zz").query().text()).isEqualTo("%zz");
    }

    @Test
    void keepsWithinBounds() {
        assertThat(new QueueFilter(null, null, "x".repeat(500), null, null, null, 999_999_999).query())
                .satisfies(query -> {
                    assertThat(query.text()).hasSize(200);
                    assertThat(query.page()).isEqualTo(10_000);
                });
    }
}
