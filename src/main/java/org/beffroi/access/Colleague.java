package org.beffroi.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works at the desk now, and how to reach them out of hours.
 *
 * @param email by which they sign in
 * @param callEmail where a call is mailed to: their own choice, or else {@code email}
 * @param phone as typed; null: not said
 */
public record Colleague(
        UUID account,
        String email,
        String name,
        boolean lead,
        String callEmail,
        @Nullable String phone) {}
