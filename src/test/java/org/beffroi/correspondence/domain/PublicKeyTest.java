package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.beffroi.shared.FieldErrors;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people paste where a public key is asked for. */
class PublicKeyTest {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
    private static final OpenPGPKey NADIA = Pgp.key("Nadia Perrin <nadia@dehors.example>");

    private PublicKey read(String block) {
        return PublicKey.checked(block.getBytes(StandardCharsets.UTF_8), now);
    }

    private void isRefused(String block, String why) {
        assertThatThrownBy(() -> read(block))
                .isInstanceOfSatisfying(
                        FieldErrors.Invalid.class,
                        invalid -> assertThat(invalid.errors().all())
                                .extracting(FieldErrors.FieldError::key)
                                .containsExactly("correspondence.key.error." + why));
    }

    @Test
    void aGoodOneIsShownByItsFingerprintAndOwner() {
        var read = read("  sent by mail:\n\n" + Pgp.publicBlock(NADIA));
        assertThat(read.fingerprint().replace(" ", ""))
                .isEqualToIgnoringCase(NADIA.getPrettyFingerprint().replaceAll("\\s", ""))
                .hasSize(40);
        assertThat(read.owners()).containsExactly("Nadia Perrin <nadia@dehors.example>");
        assertThat(read.encrypts(now)).isTrue();
        assertThat(PublicKey.kept(read.armored()).fingerprint()).isEqualTo(read.fingerprint());
    }

    @Test
    void oneThatIsNotArmoredIsReadToo() throws Exception {
        assertThat(PublicKey.checked(NADIA.toCertificate().getEncoded(), now).owners())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bonjour, voici ma clé.",
                "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nabc\n-----END PGP PUBLIC KEY BLOCK-----",
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB nadia@dehors",
                "\u0000\u0001\u0002"
            })
    void whatIsNoKeyIsSaidToBeNone(String pasted) {
        isRefused(pasted, "unreadable");
    }

    @Test
    void halfABlockIsNoKey() {
        isRefused(Pgp.publicBlock(NADIA).substring(0, 300), "unreadable");
    }

    @Test
    void nothingAndTooMuchAreSaid() {
        isRefused("", "empty");
        isRefused("x".repeat(200_001), "long");
    }

    @Test
    void aPrivateKeyIsNotTaken() throws Exception {
        isRefused(NADIA.toAsciiArmoredString(), "secret");
    }

    @Test
    void oneThatOnlySignsIsNotTaken() throws Exception {
        isRefused(Pgp.publicBlock(Pgp.signingOnly()), "no-encryption");
    }

    @Test
    void aRevokedOneIsNotTaken() throws Exception {
        isRefused(Pgp.publicBlock(Pgp.revoked(Pgp.key("Luc <luc@ailleurs.example>"))), "revoked");
    }

    @Test
    void anExpiredOneIsNotTakenAndOneThatExpiresSaysWhen() throws Exception {
        var made = Date.from(now.minus(Duration.ofDays(10)));
        isRefused(Pgp.publicBlock(Pgp.valid(made, Duration.ofDays(1).toSeconds())), "expired");
        var soon = read(Pgp.publicBlock(Pgp.valid(made, Duration.ofDays(11).toSeconds())));
        assertThat(soon.expiresAt()).isEqualTo(now.plus(Duration.ofDays(1)));
        assertThat(soon.encrypts(now)).isTrue();
        assertThat(soon.encrypts(now.plus(Duration.ofDays(2)))).isFalse();
    }

    @Test
    void onlyTheOwnerOpensWhatIsSealed() throws Exception {
        var sealed = read(Pgp.publicBlock(NADIA)).seal("Déconnectez le serveur 7".getBytes(StandardCharsets.UTF_8));
        assertThat(sealed).startsWith("-----BEGIN PGP MESSAGE-----").doesNotContain("serveur");
        assertThat(Pgp.opened(sealed, NADIA)).isEqualTo("Déconnectez le serveur 7");
        assertThatThrownBy(() -> Pgp.opened(sealed, Pgp.key("Luc <luc@ailleurs.example>")))
                .isInstanceOf(Exception.class);
    }
}
