package org.beffroi.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number that is read aloud on the telephone: {@code BEF-2026-004821-K}. The last letter is a check character modulo 23, without I, O
 * or U: any one wrong digit and any two neighbours exchanged are found out.
 *
 * @param year the year of the declaration, four digits
 * @param number counts within all years, at least 1, shown with six digits or more
 */
public record PublicReference(int year, long number) {
    private static final String CHECK_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final Pattern SPOKEN = Pattern.compile("BEF(\\d{4})(\\d{6}|[1-9]\\d{6,11})([A-Z])");

    public PublicReference {
        if (year < 1000 || year > 9999 || number < 1 || number > 999_999_999_999L) {
            throw new IllegalArgumentException("no reference for year " + year + ", number " + number);
        }
    }

    /** Reads a reference as people type it: any case, with hyphens, spaces or dots, or without. Empty when it is not one. */
    public static Optional<PublicReference> parse(String typed) {
        var matcher = SPOKEN.matcher(typed.toUpperCase(Locale.ROOT).replaceAll("[\\s.\\-–_]", ""));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var year = Integer.parseInt(matcher.group(1));
        var number = Long.parseLong(matcher.group(2));
        if (year < 1000 || number < 1) {
            return Optional.empty();
        }
        var reference = new PublicReference(year, number);
        return reference.check() == matcher.group(3).charAt(0) ? Optional.of(reference) : Optional.empty();
    }

    /** As JSON has it: what is said on the telephone, and stands in addresses. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static PublicReference of(String written) {
        return parse(written).orElseThrow(() -> new IllegalArgumentException("not a reference: " + written));
    }

    private char check() {
        return CHECK_LETTERS.charAt((int) (Long.parseLong("%d%06d".formatted(year, number)) % 23));
    }

    @JsonValue
    @Override
    public String toString() {
        return "BEF-%d-%06d-%c".formatted(year, number, check());
    }
}
