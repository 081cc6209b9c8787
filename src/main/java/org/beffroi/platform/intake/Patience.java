package org.beffroi.platform.intake;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a body may take: half a minute, and a second more for each 1,024 bytes that have come. A form over the worst mobile network is far
 * below it; a byte now and then is not.
 */
record Patience(Duration first, int bytesPerSecond, LongSupplier nanoTime) {
    static Patience usual() {
        return new Patience(Duration.ofSeconds(30), 1024, System::nanoTime);
    }

    long now() {
        return nanoTime.getAsLong();
    }

    boolean isOver(long since, long received) {
        return now() - since > first.plusSeconds(received / bytesPerSecond).toNanos();
    }
}
