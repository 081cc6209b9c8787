package org.beffroi.journal;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes identifiers: HMAC-SHA-256 over kind and identifier, 16 bytes kept, before them the version of the salt. Destroying a salt makes
 * the facts hashed with it anonymous for good.
 */
final class SubjectHash {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEPT_BYTES = 16;

    private final int version;
    private final SecretKeySpec key;

    SubjectHash(int version, byte[] salt) {
        this.version = version;
        this.key = new SecretKeySpec(salt, ALGORITHM);
    }

    String of(String kind, UUID subject) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var hash = mac.doFinal((kind + ":" + subject).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return version + "." + HexFormat.of().formatHex(hash, 0, KEPT_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
