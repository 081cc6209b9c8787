package org.beffroi.files;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file without opening it.
 *
 * @param name without a path, as its sender called it; never to be trusted as anything but words
 * @param mediaType as its sender called it
 * @param length bytes, all in all
 * @param received bytes that are here
 * @param sha256 of what can be read back, 64 hexadecimal digits; null until it was read
 * @param at when it was announced
 * @param erasedAt since when its content is gone; null: it is here
 */
public record KeptFile(
        UUID id,
        String name,
        String mediaType,
        long length,
        long received,
        @Nullable String sha256,
        Instant at,
        @Nullable Instant erasedAt) {

    public boolean whole() {
        return received == length;
    }

    /** It is whole, was read back, and is still there. */
    public boolean readable() {
        return sha256 != null && erasedAt == null;
    }

    public boolean erased() {
        return erasedAt != null;
    }

    /** How much is here, rounded down. */
    public int percent() {
        return (int) (received * 100 / length);
    }
}
