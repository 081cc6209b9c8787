package org.beffroi.correspondence.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What tells of a message. It says that there is one and how to read it, never what it says, of whom, or where: the structure's mailbox may
 * be in the attacker's hands, and a telephone lies about with its screen lit.
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

    /** The first address within what somebody wrote. */
    static Optional<String> addressIn(String said) {
        return ADDRESS.matcher(said).results().map(found -> found.group()).findFirst();
    }

    /** What it tells. */
    enum Kind {
        /** That there is a message to read. */
        NOTICE,
        /** The sender of a mail: that it was put into the conversation. */
        FILED,
        /** The sender of a mail: that it is here, and no declaration yet. */
        ARRIVED,
        /** Another machine: that something happened. */
        EVENT,
        /** Somebody of the desk: that a major incident waits. */
        CALL
    }

    /**
     * The same as a text message, in both languages: each fits into one of 160 characters of the GSM alphabet, which has neither our
     * apostrophes nor a space that does not break.
     */
    Sms smsOf(OutboxStore.Due due) {
        var key = "correspondence.sms."
                + (due.kind() == Kind.CALL ? "call" : due.along().isEmpty() ? "text" : "digest");
        var said = new Object[] {
            due.reference() == null ? "" : due.reference(), phone, due.all().size()
        };
        return new Sms(
                due.message().toString(),
                due.address(),
                LANGUAGES.stream()
                        .map(language -> plain(messages.getMessage(key, said, language)))
                        .collect(Collectors.joining("\n")));
    }

    private static String references(OutboxStore.Due due) {
        return due.all().stream()
                .map(one -> String.valueOf(one.reference()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String plain(String text) {
        return text.replace('’', '\'').replace('\u00A0', ' ').replace('\u202F', ' ');
    }

    /** Of a mail that is encrypted: its subject is not. */
    String neutralSubject() {
        return messages.getMessage("correspondence.mail.sealed.subject", new Object[0], Locale.FRENCH);
    }

    /** In both languages: nobody knows which one its reader has. */
    Mail of(OutboxStore.Due due) {
        var key = "correspondence.mail."
                + (due.along().isEmpty() ? due.kind().name().toLowerCase(Locale.ROOT) : "digest");
        var said = new Object[] {
            due.reference() == null ? "" : due.reference(),
            phone,
            mailbox.isNamed() ? 1 : 0,
            due.all().size(),
            references(due),
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
