package org.beffroi.declaration.domain;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The secret link by which a guest follows a declaration: its identifier and an HMAC of it, 43 characters. Made from a secret that
 * the installation was born with, not stored, so that a receipt that got lost on the way is the same when it is asked for again with the same key.
 */
@Component
class FollowLinks {
    private static final int MAC_BYTES = 16;

    private final JdbcClient jdbc;
    private volatile @Nullable SecretKeySpec secret;

    FollowLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String token(UUID declaration) {
        var bytes = ByteBuffer.allocate(16 + MAC_BYTES)
                .putLong(declaration.getMostSignificantBits())
                .putLong(declaration.getLeastSignificantBits())
                .put(mac(declaration))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    Optional<UUID> declaration(String token) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            if (bytes.remaining() != 16 + MAC_BYTES) {
                return Optional.empty();
            }
            var declaration = new UUID(bytes.getLong(), bytes.getLong());
            var mac = new byte[MAC_BYTES];
            bytes.get(mac);
            return MessageDigest.isEqual(mac, mac(declaration)) ? Optional.of(declaration) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private byte[] mac(UUID declaration) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(secret());
            return java.util.Arrays.copyOf(
                    mac.doFinal(declaration.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                    MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SecretKeySpec secret() {
        var known = secret;
        if (known == null) {
            known = new SecretKeySpec(
                    jdbc.sql("select secret from declaration.link_secret")
                            .query((row, number) -> row.getBytes(1))
                            .single(),
                    "HmacSHA256");
            secret = known;
        }
        return known;
    }
}
