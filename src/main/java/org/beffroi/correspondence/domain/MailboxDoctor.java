package org.beffroi.correspondence.domain;

import jakarta.mail.MessagingException;
import java.util.List;
import org.beffroi.shared.DoctorCheck;
import org.springframework.stereotype.Component;

/** Whether the mailbox can be read. */
@Component
class MailboxDoctor implements DoctorCheck {
    private static final String SUBJECT = "Mailbox";

    private final Mailbox mailbox;
    private final MailboxSettings settings;

    MailboxDoctor(Mailbox mailbox, MailboxSettings settings) {
        this.mailbox = mailbox;
        this.settings = settings;
    }

    @Override
    public List<Verdict> check() {
        if (!mailbox.isNamed()) {
            return List.of(
                    Verdict.well(SUBJECT, "none is named (BEFFROI_MAILIN_HOST): mails to the desk are not read here"));
        }
        var where = "%s:%d, folder %s".formatted(settings.host(), settings.port(), settings.folder());
        try {
            mailbox.each(0, mail -> {});
            return List.of(Verdict.well(SUBJECT, where + " is read"));
        } catch (MessagingException away) {
            return List.of(
                    Verdict.ill(
                            SUBJECT,
                            "%s cannot be read: %s".formatted(where, away.getMessage()),
                            "See that this machine reaches it, and BEFFROI_MAILIN_USER and BEFFROI_MAILIN_PASSWORD; mails wait there meanwhile."));
        }
    }
}
