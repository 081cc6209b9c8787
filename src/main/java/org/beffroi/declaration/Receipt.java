package org.beffroi.declaration;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.PublicReference;
import org.jspecify.annotations.Nullable;

/**
 * What is handed to the declarant once the declaration is safe.
 *
 * @param followToken secret of the follow-up link; null for those who follow by their account
 * @param repeated the same was already received with this key: this is the first one's receipt
 */
public record Receipt(
        UUID declaration,
        PublicReference reference,
        Instant declaredAt,
        boolean verified,
        @Nullable String followToken,
        boolean repeated) {}
