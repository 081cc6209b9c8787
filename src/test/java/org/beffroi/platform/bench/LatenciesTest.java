package org.beffroi.platform.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void givesTheNearestRankOfLatenciesInAnyOrder() {
        var latencies = new Latencies();
        var shuffled = IntStream.rangeClosed(1, 1000).boxed().collect(java.util.stream.Collectors.toList());
        java.util.Collections.shuffle(shuffled, new java.util.Random(1));
        shuffled.forEach(millis -> latencies.add(millis * 1_000_000L));

        assertThat(latencies.percentile(50)).isEqualTo(500);
        assertThat(latencies.percentile(99)).isEqualTo(990);
        assertThat(latencies.percentile(99.99)).isEqualTo(1000);
        assertThat(latencies.percentile(0.01)).isEqualTo(1);
    }

    @Test
    void countsWhatComesAfterAPercentileWasAsked() {
        var latencies = new Latencies();
        latencies.add(5_000_000);
        assertThat(latencies.percentile(99)).isEqualTo(5);

        latencies.add(1_000_000);

        assertThat(latencies.percentile(50)).isEqualTo(1);
        assertThat(latencies.percentile(99)).isEqualTo(5);
    }

    @Test
    void keepsEveryOneOfMany() {
        var latencies = new Latencies();
        var random = new SplittableRandom(3);
        IntStream.range(0, 100_000).forEach(i -> latencies.add(random.nextLong(1_000_000)));
        latencies.add(9_000_000);

        assertThat(latencies.count()).isEqualTo(100_001);
        assertThat(latencies.percentile(100)).isEqualTo(9);
    }

    @Test
    void takesInThoseOfAnotherRun() {
        var latencies = new Latencies();
        latencies.add(3_000_000);
        assertThat(latencies.percentile(50)).isEqualTo(3);
        var others = new Latencies();
        others.add(1_000_000);
        others.add(2_000_000);

        latencies.addAll(others);

        assertThat(latencies.count()).isEqualTo(3);
        assertThat(latencies.percentile(50)).isEqualTo(2);
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(new Latencies().percentile(99)).isZero();
    }
}
