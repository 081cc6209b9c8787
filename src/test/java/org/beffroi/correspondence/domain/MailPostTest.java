package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.beffroi.correspondence.domain.Carrier.Fault;
import org.beffroi.correspondence.domain.Carrier.How;
import org.beffroi.correspondence.domain.Carrier.Undelivered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both forms of the post keep the same promises. */
class MailPostTest {
    private static final Mail MAIL = new Mail(
            "<0198-a@beffroi.example>",
            "nadia@dehors.example",
            "Un message vous attend · é",
            "Le centre vous a écrit.\n\n– – –\n\nThe desk has written.");

    private final MailServer server = new MailServer().alive();
    private final KeptPost kept = new KeptPost();

    @AfterEach
    void stop() {
        server.close();
    }

    private MailPost post(How how) {
        return how == How.SMTP ? server.post() : kept;
    }

    private List<Mail> mails(How how) {
        Supplier<List<Mail>> read = how == How.SMTP ? server::mails : kept::mails;
        return read.get();
    }

    @ParameterizedTest
    @EnumSource(names = {"SMTP", "KEPT"})
    void takesAMailWordForWord(How how) {
        post(how).post(MAIL);
        assertThat(mails(how)).containsExactly(MAIL);
        assertThat(post(how).how()).isEqualTo(how);
    }

    @ParameterizedTest
    @EnumSource(names = {"SMTP", "KEPT"})
    void aRepeatIsKnownByItsIdentifier(How how) {
        post(how).post(MAIL);
        post(how).post(MAIL);
        assertThat(mails(how)).extracting(Mail::id).containsExactly(MAIL.id(), MAIL.id());
    }

    @ParameterizedTest
    @EnumSource(names = {"SMTP", "KEPT"})
    void refusesForGoodWhatIsNoAddress(How how) {
        for (var address : List.of("nobody", "a b@c.example", "a@b@c.example", "")) {
            assertThat(fault(post(how), address)).as(address).isEqualTo(Fault.REFUSED);
        }
        assertThat(mails(how)).isEmpty();
    }

    @Test
    void aDeadServerIsToBeTriedAgain() {
        server.close();
        assertThat(fault(server.post(), MAIL.to())).isEqualTo(Fault.UNREACHABLE);
    }

    @Test
    void aServerThatSaysNeverIsNotTriedAgainAndOneThatSaysLaterIs() throws Exception {
        assertThat(fault(answering("550 no such user"), MAIL.to())).isEqualTo(Fault.REFUSED);
        assertThat(fault(answering("451 try later"), MAIL.to())).isEqualTo(Fault.UNREACHABLE);
    }

    private static Fault fault(MailPost post, String address) {
        return catchThrowableOfType(
                        Undelivered.class, () -> post.post(new Mail(MAIL.id(), address, MAIL.subject(), MAIL.text())))
                .fault();
    }

    /** A server that has one answer to every recipient. */
    private static MailPost answering(String toRecipients) throws IOException {
        var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (socket;
                    var line = socket.accept();
                    var in = new BufferedReader(
                            new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII))) {
                var said = "220 here\r\n";
                do {
                    line.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
                    var heard = in.readLine();
                    said = heard == null ? "" : (heard.startsWith("RCPT") ? toRecipients : "250 yes") + "\r\n";
                } while (!said.isEmpty());
            } catch (IOException gone) {
                // The client has heard enough.
            }
        });
        return new SmtpPost(MailServer.settings(socket.getLocalPort()));
    }
}
