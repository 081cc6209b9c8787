package org.beffroi.declaration.domain;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When somebody pressed «send» while there was no network: the clock of the health code starts then (D.1111-16-3: without delay), not when a
 * cable was mended. The device's clock is believed within bounds of our own: what it says is kept beside when it was received.
 */
final class SentAt {
    /** Longer without any network, and somebody has telephoned. */
    static final Duration LONGEST_WAIT = Duration.ofDays(3);

    private SentAt() {}

    /**
     * @param typed ISO 8601 with a zone, as the device says it
     * @return null when it was sent now, or is not believed: from the future, too old, or no date
     */
    static @Nullable Instant believed(String typed, Instant now) {
        try {
            var sent = Instant.parse(typed.strip());
            return sent.isBefore(now) && sent.isAfter(now.minus(LONGEST_WAIT)) ? sent : null;
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}
