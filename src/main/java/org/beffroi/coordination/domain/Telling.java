package org.beffroi.coordination.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a transmission.
 *
 * @param declaration its number; null: of all declarations of the incident
 * @param at when they were told
 * @param channel code of the vocabulary {@code transmission-channel}
 * @param receipt the number under which the recipient has it; null: not said
 * @param lateBecause needed where it is late
 */
public record Telling(
        @Nullable String declaration,
        @Nullable Instant at,
        @Nullable String channel,
        @Nullable String receipt,
        @Nullable String lateBecause) {}
