package org.beffroi.correspondence.domain;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.UUID;

/** Mails as they come in from outside, written down to their bytes. */
final class Letters {
    private static final Session SESSION = Session.getInstance(new Properties());

    private final MimeMessage mail = new MimeMessage(SESSION);
    private final MimeMultipart parts = new MimeMultipart();
    private String id = "<" + UUID.randomUUID() + "@dehors.example>";

    private Letters() {}

    static Letters from(String address, String subject, String text) {
        var letter = new Letters();
        try {
            letter.mail.setFrom(new InternetAddress(address, "Nadia Perrin", "UTF-8"));
            letter.mail.setRecipient(Message.RecipientType.TO, new InternetAddress("desk@beffroi.example"));
            letter.mail.setSubject(subject, "UTF-8");
            letter.mail.setHeader("Date", "Wed, 25 Nov 2026 10:00:00 +0000");
            var body = new MimeBodyPart();
            body.setText(text, "UTF-8");
            letter.parts.addBodyPart(body);
            return letter;
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Letters with(String name, byte[] content) {
        try {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, "application/octet-stream")));
            part.setFileName(name);
            parts.addBodyPart(part);
            return this;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    Letters header(String name, String value) {
        try {
            mail.setHeader(name, value);
            return this;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    Letters named(String own) {
        id = own;
        return this;
    }

    MimeMessage sent() {
        try {
            mail.setContent(parts);
            mail.saveChanges();
            mail.setHeader("Message-ID", id);
            var bytes = new ByteArrayOutputStream();
            mail.writeTo(bytes);
            return raw(bytes.toString(StandardCharsets.UTF_8));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it stands on the wire. */
    static MimeMessage raw(String text) {
        try {
            return new MimeMessage(SESSION, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a mail server says of one of ours. */
    static MimeMessage bounce(String ours) {
        return raw("""
                From: MAILER-DAEMON@mx.example
                To: desk@beffroi.example
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <bounce-%1$s@mx.example>
                Date: Wed, 25 Nov 2026 10:00:00 +0000
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                I'm sorry to have to inform you that your message could not be delivered.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; nadia@dehors.example
                Action: failed
                Status: 5.1.1
                --b
                Content-Type: text/rfc822-headers

                From: desk@beffroi.example
                Message-ID: <%1$s@beffroi.example>
                Subject: Un message vous attend
                --b--
                """.formatted(ours).replace("\n", "\r\n"));
    }
}
