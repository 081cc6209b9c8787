package org.beffroi.incident.demo;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;

/** Chance with a fixed seed: thrown in the same order, the same world comes out. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    /** True so many times of a hundred. */
    boolean chance(int ofHundred) {
        return random.nextInt(100) < ofHundred;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** The first ones more often than the last: some structures declare again and again. */
    <T> T pickOften(List<T> some) {
        return some.get((int) (some.size() * Math.pow(random.nextDouble(), 1.6)));
    }

    <T> T weighted(List<T> some, ToIntFunction<T> weight) {
        int at = random.nextInt(some.stream().mapToInt(weight).sum());
        for (var one : some) {
            at -= weight.applyAsInt(one);
            if (at < 0) {
                return one;
            }
        }
        return some.getLast();
    }

    Duration minutes(int from, int to) {
        return Duration.ofMinutes(from + random.nextInt(to - from));
    }

    Duration hours(int from, int to) {
        return minutes(from * 60, to * 60);
    }
}
