package org.beffroi.correspondence.domain;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A mail whose text its reader alone can open, as mail programs expect it (RFC 3156, 4). */
final class PgpMime {
    private PgpMime() {}

    static void write(MimeMessage message, String text, PublicKey key) throws MessagingException {
        var version = new MimeBodyPart();
        version.setText("Version: 1\r\n", "us-ascii");
        version.setHeader("Content-Type", "application/pgp-encrypted");
        version.setHeader("Content-Description", "PGP/MIME version identification");
        var sealed = new MimeBodyPart();
        sealed.setText(key.seal(inner(text)), "us-ascii");
        sealed.setHeader("Content-Type", "application/octet-stream; name=\"encrypted.asc\"");
        sealed.setHeader("Content-Disposition", "inline; filename=\"encrypted.asc\"");
        var whole = new MimeMultipart("encrypted");
        var type = new ContentType(whole.getContentType());
        type.setParameter("protocol", "application/pgp-encrypted");
        var typed = new Typed(type.toString());
        typed.addBodyPart(version);
        typed.addBodyPart(sealed);
        message.setContent(typed);
    }

    /** With the type that names the protocol. */
    private static final class Typed extends MimeMultipart {
        Typed(String type) {
            this.contentType = type;
        }
    }

    /** A part of its own, with its headers, so that its letters are known when it is opened. */
    private static byte[] inner(String text) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name());
        part.setHeader("Content-Type", "text/plain; charset=utf-8");
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        var written = new ByteArrayOutputStream();
        try {
            part.writeTo(written);
        } catch (IOException e) {
            throw new MessagingException("in memory", e);
        }
        return written.toByteArray();
    }
}
