package org.beffroi.correspondence.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * By which a receiver knows that we wrote, and when: {@code t=<seconds since 1970>,v1=<hex>} with
 * {@code hmac_sha256(secret, t + "." + body)}; one {@code v1} for each secret that is valid.
 */
final class Signature {
    static final String HEADER = "Beffroi-Signature";

    private Signature() {}

    static String of(String body, List<String> secrets, Instant now) {
        var signed = now.getEpochSecond() + "." + body;
        return "t=" + now.getEpochSecond()
                + secrets.stream().map(secret -> ",v1=" + hmac(secret, signed)).collect(Collectors.joining());
    }

    private static String hmac(String secret, String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
