package org.beffroi.correspondence.domain;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.beffroi.correspondence.domain.Outlines.Outline;
import org.beffroi.declaration.Treatment;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Fills an outline with what is known of a declaration: whom to greet, and what is expected of the structure now. */
@Component
public class OutlineFields {
    private final MessageSource messages;
    private final Optional<Treatment> treatment;

    OutlineFields(MessageSource messages, Optional<Treatment> treatment) {
        this.messages = messages;
        this.treatment = treatment;
    }

    /** In the language of whoever asks. */
    public String fill(Outline outline, Seat seat) {
        return fill(outline, seat, LocaleContextHolder.getLocale());
    }

    String fill(Outline outline, Seat seat, Locale language) {
        var sheet = seat.declaration();
        return outline.filled(
                language,
                Map.of(
                        "greeting",
                        sheet.answers()
                                .one("name")
                                .map(name -> word(language, "correspondence.greeting.name", name))
                                .orElseGet(() -> word(language, "correspondence.greeting")),
                        "reference",
                        sheet.reference().toString(),
                        "structure",
                        sheet.structure().name(),
                        "next",
                        next(seat, language)));
    }

    private String next(Seat seat, Locale language) {
        return treatment
                .flatMap(known -> known.of(seat.declaration().declaration()))
                .map(progress -> progress.expected().stream()
                        .filter(expected -> !expected.ofDesk())
                        .map(expected -> word(language, expected.key()))
                        .collect(Collectors.joining("\n")))
                .filter(expected -> !expected.isEmpty())
                .map(expected -> word(language, "correspondence.next") + "\n" + expected)
                .orElse("");
    }

    private String word(Locale language, String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
