package org.beffroi.declaration.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.ToldByMail;
import org.beffroi.shared.Paris;

/** A form that begins with what a mail says: its words, and whom to ask. The hours are those of the desk. */
final class MailForm {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").withZone(Paris.ZONE);

    private MailForm() {}

    static FormPage.Sent begun(ToldByMail.Begun mail) {
        var answers = Answers.NONE
                .with("zone", Paris.ZONE.getId())
                .with("foundAt", local(mail.sentAt()))
                .with("name", mail.name())
                .with("email", mail.address())
                .with("description", mail.words());
        return new FormPage.Sent(answers, "", "", 0);
    }

    /** For an input of a date and time. */
    static String local(Instant at) {
        return LOCAL.format(at);
    }
}
