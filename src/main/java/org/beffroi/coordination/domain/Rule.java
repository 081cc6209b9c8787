package org.beffroi.coordination.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.Map;
import java.util.Set;
import org.beffroi.coordination.Obligation.By;
import org.beffroi.shared.Paris;
import org.jspecify.annotations.Nullable;

/**
 * One line of the rules. Its reason in words is the message {@code coordination.reason.<key>}.
 *
 * @param when by term, the codes of which one must be known to hold; every term must
 * @param clock null where {@code after} says from whom on
 * @param after key of the recipient whose being told starts the clock
 * @param due null: without delay
 */
record Rule(
        String key,
        String recipient,
        By by,
        Map<String, Set<String>> when,
        @Nullable Clock clock,
        @Nullable String after,
        @Nullable TemporalAmount due,
        String source) {

    /** From when on the time counts. */
    enum Clock {
        FOUND_AT("foundAt"),
        DECLARED_AT("declaredAt"),
        AWARENESS("awareness");

        final String word;

        Clock(String word) {
            this.word = word;
        }
    }

    boolean fits(Situation situation) {
        return (by == By.STRUCTURE || situation.inScope())
                && when.entrySet().stream().allMatch(term -> situation.any(term.getKey(), term.getValue()));
    }

    /**
     * Null: without delay. A month is a month of the calendar in Paris.
     *
     * @param speed how many times faster clocks run
     */
    @Nullable
    Instant dueFrom(Instant start, int speed) {
        if (due == null) {
            return null;
        }
        var time = Duration.between(start, start.atZone(Paris.ZONE).plus(due).toInstant());
        return start.plus(time.dividedBy(speed).truncatedTo(ChronoUnit.MICROS));
    }

    static TemporalAmount amount(String iso) {
        return iso.contains("T") ? Duration.parse(iso) : Period.parse(iso);
    }
}
