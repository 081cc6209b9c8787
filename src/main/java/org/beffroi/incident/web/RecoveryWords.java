package org.beffroi.incident.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.beffroi.incident.domain.Recoveries.Word;
import org.beffroi.incident.domain.Recovery.Kind;
import org.beffroi.incident.domain.Recovery.Service;
import org.beffroi.shared.Paris;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a form says of services: {@code percent.SYSTEM:IMAGING=50} for each, empty where nothing is new, and {@code service} with
 * {@code percent} for one that was not there yet.
 */
final class RecoveryWords {
    private static final String OF_ONE = "percent.";

    private RecoveryWords() {}

    static List<Word> read(MultiValueMap<String, String> sent) {
        var asOf = asOf(sent.getFirst("asOf"));
        var words = new ArrayList<Word>();
        sent.forEach((field, values) -> {
            if (field.startsWith(OF_ONE) && !values.getFirst().isBlank()) {
                words.add(new Word(service(field.substring(OF_ONE.length())), percent(values.getFirst()), asOf));
            }
        });
        var another = Objects.requireNonNullElse(sent.getFirst("service"), "");
        if (!another.isBlank()) {
            words.add(new Word(
                    service(another), percent(Objects.requireNonNullElse(sent.getFirst("percent"), "")), asOf));
        }
        return words;
    }

    private static Service service(String typed) {
        return Optional.ofNullable(known(typed)).orElseThrow(() -> Refusal.invalid("incident.error.service"));
    }

    /** Null when it is none. */
    static @Nullable Service known(String typed) {
        var colon = typed.indexOf(':');
        return kind(colon < 0 ? "" : typed.substring(0, colon))
                .map(kind -> new Service(kind, typed.substring(colon + 1)))
                .orElse(null);
    }

    private static Optional<Kind> kind(String name) {
        return List.of(Kind.values()).stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    private static int percent(String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException none) {
            throw Refusal.invalid("incident.error.percent");
        }
    }

    private static @Nullable Instant asOf(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(typed.strip()).atZone(Paris.ZONE).toInstant();
        } catch (DateTimeException none) {
            throw Refusal.invalid("incident.error.date");
        }
    }
}
