package org.beffroi.correspondence.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The OpenPGP key by which mails to an address are encrypted.
 *
 * @param address in lower case
 * @param fingerprint in groups of four, as it is read aloud
 * @param owners who the key says that it belongs to
 * @param expiresAt null: never
 * @param usable whether mails can be encrypted to it today; they go out as to everybody otherwise
 * @param compared whether somebody compared the fingerprint by voice: mails may then hold the message itself
 * @param keptBy who entered it
 */
public record PgpKey(
        UUID id,
        String address,
        String fingerprint,
        List<String> owners,
        @Nullable Instant expiresAt,
        boolean usable,
        boolean compared,
        Instant keptAt,
        String keptBy) {}
