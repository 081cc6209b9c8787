package org.beffroi.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class UnfinishedTest {
    private static final int MANY = 100 * Unfinished.LEAST;

    private final Unfinished unfinished = new Unfinished(10L * MANY, 4L * MANY);

    @Test
    void holdsNothingOnceAllIsAnswered() {
        try (var one = unfinished.enter("a");
                var other = unfinished.enter("b")) {
            assertThat(one.grow(1000)).isTrue();
            other.whole();
            assertThat(unfinished.held()).isEqualTo(2L * Unfinished.LEAST + 1000);
        }
        assertThat(unfinished.held()).isZero();
    }

    @Test
    void displacesTheLongestOfASenderWhoHoldsTooMuch() {
        var first = unfinished.enter("flood");
        var second = unfinished.enter("flood");
        assertThat(first.grow(2 * MANY)).isTrue();
        assertThat(second.grow(2 * MANY)).isTrue();
        assertThat(first.grow(1)).isFalse();
        assertThat(second.grow(MANY)).isTrue();
    }

    @Test
    void displacesTheOneWhoHoldsMostWhenAllIsFull() {
        var modest = unfinished.enter("modest");
        var floods = new ArrayList<Unfinished.Place>();
        for (var address : new String[] {"x", "y", "z"}) {
            var flood = unfinished.enter(address);
            flood.grow(3 * MANY);
            floods.add(flood);
        }
        floods.getLast().grow(MANY / 2);
        assertThat(modest.grow(MANY)).isTrue();
        assertThat(floods).extracting(flood -> flood.grow(0)).containsExactly(true, true, false);
        assertThat(unfinished.held()).isLessThan(10L * MANY);
    }

    @Test
    void letsANewcomerInHoweverManyThereAre() {
        for (int i = 0; i < 2000; i++) {
            unfinished.enter("flood");
        }
        assertThat(unfinished.held()).isLessThanOrEqualTo(4L * MANY);
        assertThat(unfinished.enter("newcomer").grow(MANY)).isTrue();
    }

    @Test
    void leavesABodyThatHasComeInWhole() {
        var whole = unfinished.enter("flood");
        whole.grow(3 * MANY);
        whole.whole();
        var next = unfinished.enter("flood");
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
        var lost = unfinished.enter("flood");
        assertThat(lost.grow(5 * MANY)).isFalse();
        assertThat(lost.grow(5 * MANY)).isFalse();
        assertThat(unfinished.held()).isZero();
        lost.close();
        assertThat(unfinished.held()).isZero();
    }
}
