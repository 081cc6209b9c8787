package org.beffroi.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class UnfinishedTest {
    private static final int MANY = 100 * Unfinished.LEAST;

    private final Unfinished unfinished = new Unfinished(10L * MANY, 4L * MANY);

    /** Of somebody who lets go as soon as he is told to. */
    private Unfinished.Place enter(String address) {
        var told = new CountDownLatch(1);
        var place = unfinished.enter(address, told::countDown);
        Thread.ofVirtual().start(() -> {
            try {
                told.await();
                place.close();
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        });
        return place;
    }

    /** Who is told to go takes a moment. */
    private void untilHeldAtMost(long bytes) {
        var end = System.nanoTime() + 10_000_000_000L;
        while (unfinished.held() > bytes) {
            assertThat(System.nanoTime()).as("held %d", unfinished.held()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void holdsNothingOnceAllIsAnswered() {
        try (var one = enter("a");
                var other = enter("b")) {
            assertThat(one.grow(1000)).isTrue();
            other.whole();
            assertThat(unfinished.held()).isEqualTo(2L * Unfinished.LEAST + 1000);
        }
        assertThat(unfinished.held()).isZero();
    }

    @Test
    void displacesTheLongestOfASenderWhoHoldsTooMuch() {
        var first = enter("flood");
        var second = enter("flood");
        assertThat(first.grow(2 * MANY)).isTrue();
        assertThat(second.grow(2 * MANY)).isTrue();
        assertThat(first.grow(1)).isFalse();
        assertThat(second.grow(MANY)).isTrue();
    }

    @Test
    void displacesTheOneWhoHoldsMostWhenAllIsFull() {
        var modest = enter("modest");
        var floods = new ArrayList<Unfinished.Place>();
        for (var address : new String[] {"x", "y", "z"}) {
            var flood = enter(address);
            flood.grow(3 * MANY);
            floods.add(flood);
        }
        floods.getLast().grow(MANY / 2);
        assertThat(modest.grow(MANY)).isTrue();
        assertThat(floods).extracting(flood -> flood.grow(0)).containsExactly(true, true, false);
        untilHeldAtMost(10L * MANY);
    }

    @Test
    void letsANewcomerInHoweverManyThereAre() {
        for (int i = 0; i < 2000; i++) {
            enter("flood");
        }
        untilHeldAtMost(4L * MANY);
        assertThat(enter("newcomer").grow(MANY)).isTrue();
    }

    @Test
    void leavesABodyThatHasComeInWhole() {
        var whole = enter("flood");
        whole.grow(3 * MANY);
        whole.whole();
        var next = enter("flood");
        assertThat(next.grow(2 * MANY))
                .as("it is the only one that can give way")
                .isFalse();
        assertThat(whole.grow(0)).isTrue();
        whole.close();
        next.close();
        assertThat(unfinished.held()).isZero();
    }

    @Test
    void countsNothingMoreOfOneThatHasGivenWay() {
        var lost = enter("flood");
        assertThat(lost.grow(5 * MANY)).isFalse();
        assertThat(lost.grow(5 * MANY)).isFalse();
        untilHeldAtMost(0);
        lost.close();
        assertThat(unfinished.held()).isZero();
    }

    @Test
    void countsWhatHasBeenDisplacedUntilItIsGone() throws InterruptedException {
        var told = new CountDownLatch(1);
        var slow = unfinished.enter("flood", told::countDown);
        slow.grow(3 * MANY);
        var next = enter("flood");
        var growing = Thread.ofVirtual().start(() -> next.grow(2 * MANY));
        told.await();
        assertThat(unfinished.held()).isGreaterThanOrEqualTo(5L * MANY);
        assertThat(growing.isAlive()).as("waits until it is gone").isTrue();
        slow.close();
        growing.join();
        assertThat(next.grow(0)).isTrue();
        assertThat(unfinished.held()).isEqualTo(2L * MANY + Unfinished.LEAST);
    }
}
