package org.beffroi.directory.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import org.beffroi.directory.domain.Rejection.Reason;
import org.beffroi.directory.domain.Rejection.Rejected;
import org.jspecify.annotations.Nullable;

/** The cells of one line, by position. */
record Fields(List<String> cells) {
    private static final DateTimeFormatter FRENCH =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

    String text(int index) {
        return cells.get(index).strip();
    }

    @Nullable
    String optional(int index) {
        return blankToNull(text(index));
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip().replaceAll("\\s+", " ");
    }

    static @Nullable String joined(@Nullable String... parts) {
        var joined = new StringBuilder();
        for (var part : parts) {
            if (part != null && !part.isBlank()) {
                joined.append(joined.isEmpty() ? "" : " ").append(part.strip());
            }
        }
        return blankToNull(joined.toString());
    }

    @Nullable
    Integer number(int index) throws Rejected {
        var text = text(index);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new Rejected(Reason.WRONG_VALUE, "«%s» in column %d is no number".formatted(text, index + 1));
        }
    }

    @Nullable
    LocalDate day(int index) throws Rejected {
        return day(optional(index));
    }

    /** @param text {@code 2019-03-04}, {@code 04/03/2019}, or an instant that begins with a day */
    static @Nullable LocalDate day(@Nullable String text) throws Rejected {
        if (text == null) {
            return null;
        }
        try {
            return text.indexOf('/') > 0
                    ? LocalDate.parse(text, FRENCH)
                    : LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeParseException e) {
            throw new Rejected(Reason.WRONG_VALUE, "«%s» is no day".formatted(text));
        }
    }

    static double decimal(String text) throws Rejected {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new Rejected(Reason.WRONG_VALUE, "«%s» is no number".formatted(text));
        }
    }
}
