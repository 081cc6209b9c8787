package org.beffroi.incident.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.beffroi.incident.Assessment;
import org.beffroi.incident.Conclusion;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Paris;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What was typed into one of the page's forms, to be read and, if it was wrong, to be shown again. */
public record DeskForm(MultiValueMap<String, String> fields) {

    static DeskForm nothing() {
        return new DeskForm(new LinkedMultiValueMap<>());
    }

    /** Null when it was left empty. */
    public @Nullable String one(String field) {
        var value = fields.getFirst(field);
        return value == null || value.isBlank() ? null : value.strip();
    }

    public List<String> all(String field) {
        return fields.getOrDefault(field, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    String text(String field) {
        return Objects.requireNonNullElse(one(field), "");
    }

    @Nullable
    Integer version() {
        return number("version");
    }

    /** Null when it is not there, or was forged. */
    @Nullable
    Integer number(String field) {
        var typed = one(field);
        try {
            return typed == null ? null : Integer.valueOf(typed);
        } catch (NumberFormatException forged) {
            return null;
        }
    }

    /** Null when it is none of them. */
    <E extends Enum<E>> @Nullable E choice(String field, E[] values) {
        var typed = one(field);
        return Arrays.stream(values)
                .filter(value -> value.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    Assessment assessment() {
        var errors = FieldErrors.NONE;
        if (one("inScope") == null) {
            errors = errors.and("inScope", "incident.error.in-scope");
        }
        if (one("major") == null) {
            errors = errors.and("major", "incident.error.major");
        }
        errors.throwIfAny();
        return new Assessment(
                "true".equals(one("inScope")),
                "true".equals(one("major")),
                one("grade"),
                one("rsit"),
                all("causes"),
                one("origin"),
                one("severity"),
                one("endangerment"),
                one("care"));
    }

    Conclusion conclusion() {
        var outcome = one("outcome");
        if (outcome == null) {
            FieldErrors.NONE.and("outcome", "incident.error.outcome").throwIfAny();
        }
        return new Conclusion(
                text("outcome"), one("entryPoint"), one("entryPointKind"), one("entryPointUnknownReason"));
    }

    /** As the browser's field gives it, in the desk's own hour. */
    Instant instant(String field) {
        var typed = instantOrNone(field);
        if (typed == null) {
            FieldErrors.NONE.and(field, "incident.error.date").throwIfAny();
        }
        return Objects.requireNonNull(typed);
    }

    /** The same; null when it is none. */
    @Nullable
    Instant instantOrNone(String field) {
        try {
            return LocalDateTime.parse(text(field)).atZone(Paris.ZONE).toInstant();
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}
