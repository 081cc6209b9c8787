package org.beffroi.correspondence.domain;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.beffroi.correspondence.domain.Carrier.Fault;
import org.beffroi.correspondence.domain.Carrier.How;
import org.beffroi.correspondence.domain.Carrier.Undelivered;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands over to a mail server. */
final class SmtpPost implements MailPost {
    /** From this answer on, a server means «never» (RFC 5321, 4.2.1). */
    private static final int NEVER = 500;

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final String from;

    SmtpPost(MailSettings settings) {
        this.from = settings.from();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", "5000");
        properties.setProperty("mail.smtp.timeout", "10000");
        properties.setProperty("mail.smtp.writetimeout", "10000");
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(settings.tls()));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(settings.tls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        if (!settings.user().isBlank()) {
            properties.setProperty("mail.smtp.auth", "true");
            sender.setUsername(settings.user());
            sender.setPassword(settings.password());
        }
        sender.setJavaMailProperties(properties);
    }

    @Override
    public How how() {
        return How.SMTP;
    }

    @Override
    public void post(Mail mail) {
        try {
            sender.send(written(mail));
        } catch (MessagingException | MailParseException unreadable) {
            throw new Undelivered(Fault.REFUSED, unreadable);
        } catch (MailException e) {
            throw new Undelivered(isRefused(e) ? Fault.REFUSED : Fault.UNREACHABLE, e);
        }
    }

    private MimeMessage written(Mail mail) throws MessagingException {
        var message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        var to = new InternetAddress(mail.to(), true);
        to.validate();
        helper.setTo(to);
        helper.setSubject(mail.subject());
        if (mail.key() == null) {
            helper.setText(mail.text());
        } else {
            PgpMime.write(message, mail.text(), mail.key());
        }
        message.setHeader("Message-ID", mail.id());
        // No answer by a machine, please: nobody would read it.
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private static boolean isRefused(MailException e) {
        if (e instanceof MailSendException sending) {
            for (var fault : sending.getMessageExceptions()) {
                if (saysNever(fault)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean saysNever(@Nullable Exception fault) {
        for (var next = fault;
                next != null;
                next = next instanceof MessagingException more ? more.getNextException() : null) {
            if (next instanceof SMTPAddressFailedException failed && failed.getReturnCode() >= NEVER) {
                return true;
            }
        }
        return false;
    }
}
