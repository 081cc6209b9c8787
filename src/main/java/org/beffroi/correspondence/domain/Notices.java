package org.beffroi.correspondence.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beffroi.declaration.Answers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The mail that tells of a message. It says that there is one and how to read it, never what it says, of whom, or where: the structure's
 * mailbox may be in the attacker's hands.
 */
@Component
class Notices {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s,;:<>()\"]+@[^\\s,;:<>()\"@]+\\.[^\\s,;:<>()\"@.]+");
    private static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

    private final MessageSource messages;
    private final MailSettings settings;
    private final Mailbox mailbox;
    private final String phone;
    private final String address;

    Notices(
            MessageSource messages,
            MailSettings settings,
            Mailbox mailbox,
            @Value("${beffroi.desk.phone}") String phone,
            @Value("${beffroi.desk.url:}") String address) {
        this.address = address.strip().replaceFirst("/+$", "");
        this.mailbox = mailbox;
        this.messages = messages;
        this.settings = settings;
        this.phone = phone;
    }

    /** The way round the structure's own network where one was given, and only that; otherwise the declarant's mailbox. */
    static Optional<String> address(Answers answers) {
        return Stream.of("outOfBand", "email")
                .flatMap(question -> answers.one(question).stream())
                .flatMap(said -> ADDRESS.matcher(said).results().map(found -> found.group()))
                .findFirst();
    }

    /** What a mail tells. */
    enum Kind {
        /** That there is a message to read. */
        NOTICE,
        /** The sender of a mail: that it was put into the conversation. */
        FILED,
        /** The sender of a mail: that it is here, and no declaration yet. */
        ARRIVED,
        /** Somebody of the desk: that a major incident waits. */
        CALL
    }

    /** In both languages: nobody knows which one its reader has. */
    Mail of(OutboxStore.Due due) {
        var key = "correspondence.mail." + due.kind().name().toLowerCase(Locale.ROOT);
        var said = new Object[] {
            due.reference() == null ? "" : due.reference(),
            phone,
            mailbox.isNamed() ? 1 : 0,
            due.createdAt(),
            address.isEmpty() ? 0 : 1,
            address + "/incidents/" + due.reference()
        };
        return new Mail(
                "<%s@%s>".formatted(due.message(), settings.from().replaceFirst("^.*@", "")),
                due.address(),
                messages.getMessage(key + ".subject", said, Locale.FRENCH),
                LANGUAGES.stream()
                        .map(language -> messages.getMessage(key + ".text", said, language))
                        .collect(Collectors.joining("\n\n– – –\n\n")));
    }
}
