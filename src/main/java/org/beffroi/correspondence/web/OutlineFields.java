package org.beffroi.correspondence.web;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.beffroi.correspondence.domain.Outlines.Outline;
import org.beffroi.correspondence.domain.Seat;
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

    public String fill(Outline outline, Seat seat) {
        var sheet = seat.declaration();
        return outline.filled(
                LocaleContextHolder.getLocale(),
                Map.of(
                        "greeting",
                        sheet.answers()
                                .one("name")
                                .map(name -> word("correspondence.greeting.name", name))
                                .orElseGet(() -> word("correspondence.greeting")),
                        "reference",
                        sheet.reference().toString(),
                        "structure",
                        sheet.structure().name(),
                        "next",
                        next(seat)));
    }

    private String next(Seat seat) {
        return treatment
                .flatMap(known -> known.of(seat.declaration().declaration()))
                .map(progress -> progress.expected().stream()
                        .filter(expected -> !expected.ofDesk())
                        .map(expected -> word(expected.key()))
                        .collect(Collectors.joining("\n")))
                .filter(expected -> !expected.isEmpty())
                .map(expected -> word("correspondence.next") + "\n" + expected)
                .orElse("");
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
