package org.beffroi.correspondence.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both forms of the mailbox keep the same promises. */
class MailboxTest {
    private final MailServer server = new MailServer().alive();
    private final KeptMailbox kept = new KeptMailbox();

    @AfterEach
    void stop() {
        server.close();
    }

    private Mailbox mailbox(boolean real) {
        return real ? server.mailbox("secret") : kept;
    }

    private void arrives(boolean real, MimeMessage mail) {
        if (real) {
            server.arrive(mail);
        } else {
            kept.arrive(mail);
        }
    }

    private static List<String> taken(Mailbox mailbox, int atMost) throws MessagingException {
        var subjects = new ArrayList<String>();
        mailbox.each(atMost, mail -> subjects.add(subject(mail)));
        return subjects;
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givesEachOnceAndInOrder(boolean real) throws Exception {
        for (var subject : List.of("un", "deux", "trois")) {
            arrives(real, Letters.from("a@b.example", subject, "x").sent());
        }
        assertThat(taken(mailbox(real), 2)).containsExactly("un", "deux");
        assertThat(taken(mailbox(real), 10)).containsExactly("trois");
        assertThat(taken(mailbox(real), 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasNotTakenIsGivenAgain(boolean real) throws Exception {
        arrives(real, Letters.from("a@b.example", "un", "x").sent());
        assertThatThrownBy(() -> mailbox(real).each(5, mail -> {
                    throw new IllegalStateException("the database is away");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(taken(mailbox(real), 5)).containsExactly("un");
    }

    @Test
    void saysWhenItIsNotLetInOrNobodyAnswers() {
        assertThatThrownBy(() -> server.mailbox("wrong").each(1, mail -> {})).isInstanceOf(MessagingException.class);
        var gone = server.mailbox("secret");
        server.close();
        assertThatThrownBy(() -> gone.each(1, mail -> {})).isInstanceOf(MessagingException.class);
    }
}
