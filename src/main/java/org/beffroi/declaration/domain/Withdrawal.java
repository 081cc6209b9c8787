package org.beffroi.declaration.domain;

import java.time.Instant;
import org.beffroi.declaration.Author;
import org.jspecify.annotations.Nullable;

/**
 * A declaration is not confirmed.
 *
 * @param reason code of the vocabulary {@code withdrawal-reason}
 * @param words what was said of it; empty when nothing was
 * @param by name at that time; null for whoever holds the secret link, and for readers who need not know who at the desk it was
 */
public record Withdrawal(
        String reason,
        String words,
        Instant at,
        Author author,
        @Nullable String by) {}
