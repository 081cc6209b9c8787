package org.beffroi.files.domain;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with a nonce drawn at random before each piece. A piece is bound to its file and its place there: taken
 * elsewhere, exchanged or changed it does not open.
 */
final class Lock {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    /** In the place of a piece's number: the file's own key. */
    static final int OWN_KEY = -1;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;
    private final UUID file;

    Lock(SecretKeySpec key, UUID file) {
        this.key = key;
        this.file = file;
    }

    /** What was locked is not what is there. */
    static final class Damaged extends RuntimeException {
        Damaged(String what) {
            super(what);
        }

        Damaged(String what, Throwable cause) {
            super(what, cause);
        }
    }

    /** @return nonce, then what is hidden, then its tag */
    byte[] close(int place, byte[] open, int from, int length) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, 0, place);
            var closed = new byte[NONCE + cipher.getOutputSize(length)];
            System.arraycopy(nonce, 0, closed, 0, NONCE);
            cipher.doFinal(open, from, length, closed, NONCE);
            return closed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] open(int place, byte[] closed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, closed, NONCE, place).doFinal(closed, NONCE, closed.length - NONCE);
        } catch (GeneralSecurityException | IllegalArgumentException changed) {
            throw new Damaged("piece %d of file %s does not open".formatted(place, file), changed);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, int least, int place) throws GeneralSecurityException {
        if (nonce.length < least) {
            throw new IllegalArgumentException("shorter than its nonce");
        }
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE));
        cipher.updateAAD(ByteBuffer.allocate(20)
                .putLong(file.getMostSignificantBits())
                .putLong(file.getLeastSignificantBits())
                .putInt(place)
                .flip());
        return cipher;
    }
}
