package org.beffroi.correspondence.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.beffroi.shared.FieldErrors;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.api.OpenPGPApi;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPUserId;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;
import org.jspecify.annotations.Nullable;

/** An OpenPGP certificate (RFC 9580), whose own signatures are checked: a subkey that somebody else added to it counts for nothing. */
final class PublicKey {
    /** Longer than any with photographs and a hundred signatures. */
    private static final int LONGEST = 200_000;

    private final OpenPGPApi api = new BcOpenPGPApi();
    private final OpenPGPCertificate read;

    private PublicKey(OpenPGPCertificate read) {
        this.read = read;
    }

    /**
     * @param armored a block, or what was in it
     * @throws FieldErrors.Invalid for field {@code key} when mails cannot be encrypted to it now, with the reason
     */
    static PublicKey checked(byte[] armored, Instant now) {
        if (armored.length == 0) {
            throw invalid("empty");
        }
        if (armored.length > LONGEST) {
            throw invalid("long");
        }
        var key = new PublicKey(only(armored));
        if (key.read.isSecretKey()) {
            throw invalid("secret");
        }
        if (key.isRevoked(now)) {
            throw invalid("revoked");
        }
        if (key.isExpired(now)) {
            throw invalid("expired");
        }
        if (!key.encrypts(now)) {
            throw invalid("no-encryption");
        }
        return key;
    }

    private static OpenPGPCertificate only(byte[] armored) {
        try {
            // The private block of whoever pastes the wrong one must be known as such.
            var all = new BcOpenPGPApi().readKeyOrCertificate().parseKeysOrCertificates(armored);
            if (all.size() > 1) {
                throw invalid("several");
            }
            return all.getFirst();
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof FieldErrors.Invalid known) {
                throw known;
            }
            throw invalid("unreadable");
        }
    }

    private static FieldErrors.Invalid invalid(String why) {
        try {
            FieldErrors.NONE.and("key", "correspondence.key.error." + why).throwIfAny();
            throw new IllegalStateException(why);
        } catch (FieldErrors.Invalid invalid) {
            return invalid;
        }
    }

    /** One that was checked when it was kept. */
    static PublicKey kept(String armored) {
        return new PublicKey(only(armored.getBytes(StandardCharsets.US_ASCII)));
    }

    boolean isRevoked(Instant now) {
        return read.getPrimaryKey().getRevocation(Date.from(now)) != null;
    }

    boolean isExpired(Instant now) {
        var expires = expiresAt();
        return expires != null && !expires.isAfter(now);
    }

    boolean encrypts(Instant now) {
        return !isRevoked(now)
                && !isExpired(now)
                && !read.getEncryptionKeys(Date.from(now)).isEmpty();
    }

    /** Of the key as a whole; null: never. */
    @Nullable
    Instant expiresAt() {
        try {
            var date = read.getExpirationTime();
            return date == null ? null : date.toInstant();
        } catch (RuntimeException unsigned) {
            return null;
        }
    }

    String fingerprint() {
        return read.getPrettyFingerprint()
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }

    List<String> owners() {
        return read.getAllUserIds().stream().map(OpenPGPUserId::getUserId).toList();
    }

    String armored() {
        try {
            return read.toAsciiArmoredString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return an armored message that its owner alone reads */
    String seal(byte[] open) {
        var sealed = new ByteArrayOutputStream();
        try {
            var writing = api.signAndOrEncryptMessage()
                    .addEncryptionCertificate(read)
                    .setArmored(true)
                    .open(sealed);
            try (writing) {
                writing.write(open);
            }
        } catch (IOException | PGPException e) {
            throw new IllegalStateException("to a key that was checked nothing can be encrypted", e);
        }
        return sealed.toString(StandardCharsets.US_ASCII);
    }
}
