package org.beffroi.correspondence.domain;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/** A real mail server at a port of its own, which can be dead at first. */
final class MailServer implements AutoCloseable {
    private final int port;
    private final GreenMail server;

    MailServer() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.setUser("desk@beffroi.example", "desk", "secret");
    }

    ImapMailbox mailbox(String password) {
        return new ImapMailbox(
                new MailboxSettings("127.0.0.1", server.getImap().getPort(), "desk", password, false, "INBOX"));
    }

    void arrive(MimeMessage mail) {
        server.getUserManager().getUser("desk").deliver(mail);
    }

    static MailSettings settings(int port) {
        return new MailSettings("127.0.0.1", port, "", "", false, "desk@beffroi.example");
    }

    MailServer alive() {
        server.start();
        return this;
    }

    SmtpPost post() {
        return new SmtpPost(settings(port));
    }

    List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    List<Mail> mails() {
        return List.of(server.getReceivedMessages()).stream()
                .map(MailServer::read)
                .toList();
    }

    private static Mail read(MimeMessage message) {
        try {
            return new Mail(
                    message.getMessageID(),
                    message.getAllRecipients()[0].toString(),
                    message.getSubject(),
                    message.getContent().toString().replace("\r\n", "\n").strip());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
