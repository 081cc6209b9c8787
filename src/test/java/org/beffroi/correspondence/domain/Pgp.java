package org.beffroi.correspondence.domain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.SignatureParameters.Callback.Util;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;

/** Keys of people who exist nowhere, and what they do with them. */
public final class Pgp {
    private static final BcOpenPGPApi API = new BcOpenPGPApi();

    private Pgp() {}

    public static OpenPGPKey key(String owner) {
        try {
            return API.generateKey(4).ed25519x25519Key(owner).build();
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param seconds how long it is valid */
    static OpenPGPKey valid(Date from, long seconds) throws PGPException {
        return API.generateKey(4, from)
                .withPrimaryKey(keys -> keys.generateEd25519KeyPair(), Util.modifyHashedSubpackets(packets -> {
                    packets.setKeyExpirationTime(seconds);
                    return packets;
                }))
                .addUserId("Nadia <nadia@dehors.example>")
                .addEncryptionSubkey()
                .build();
    }

    static OpenPGPKey signingOnly() throws PGPException {
        return API.generateKey(4)
                .withPrimaryKey(keys -> keys.generateEd25519KeyPair())
                .addUserId("Nadia <nadia@dehors.example>")
                .build();
    }

    static OpenPGPKey revoked(OpenPGPKey key) throws PGPException {
        return API.editKey(key).revokeKey().done();
    }

    public static String publicBlock(OpenPGPKey key) {
        try {
            return key.toCertificate().toAsciiArmoredString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String opened(String sealed, OpenPGPKey by) throws IOException, PGPException {
        try (var reading = API.decryptAndOrVerifyMessage()
                .addDecryptionKey(by)
                .process(new ByteArrayInputStream(sealed.getBytes(StandardCharsets.US_ASCII)))) {
            return new String(reading.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
