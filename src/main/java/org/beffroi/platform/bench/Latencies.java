package org.beffroi.platform.bench;

import java.util.Arrays;

/** Every latency measured, in nanoseconds: percentiles are exact, not of a histogram's buckets. For one thread. */
final class Latencies {
    private long[] nanos = new long[1 << 14];
    private int count;
    private boolean sorted = true;

    void add(long latency) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = latency;
        sorted = false;
    }

    void addAll(Latencies others) {
        for (int i = 0; i < others.count; i++) {
            add(others.nanos[i]);
        }
    }

    int count() {
        return count;
    }

    /**
     * The smallest latency that at least so many percent do not exceed (nearest rank).
     *
     * @param percent above 0, at most 100
     * @return milliseconds; 0 when nothing was measured
     */
    double percentile(double percent) {
        if (count == 0) {
            return 0;
        }
        if (!sorted) {
            Arrays.sort(nanos, 0, count);
            sorted = true;
        }
        var rank = (int) Math.ceil(percent / 100 * count);
        return nanos[Math.clamp(rank, 1, count) - 1] / 1e6;
    }
}
