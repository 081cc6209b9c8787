package org.beffroi.correspondence.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beffroi.declaration.Answers;
import org.beffroi.shared.PublicReference;
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
    private final String phone;

    Notices(MessageSource messages, MailSettings settings, @Value("${beffroi.desk.phone}") String phone) {
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

    /** In both languages: nobody knows which one its reader has. */
    Mail of(UUID message, PublicReference reference, String address) {
        return new Mail(
                "<%s@%s>".formatted(message, settings.from().replaceFirst("^.*@", "")),
                address,
                messages.getMessage("correspondence.mail.subject", new Object[] {reference}, Locale.FRENCH),
                LANGUAGES.stream()
                        .map(language -> messages.getMessage(
                                "correspondence.mail.text", new Object[] {reference, phone}, language))
                        .collect(Collectors.joining("\n\n– – –\n\n")));
    }
}
