package org.beffroi.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number that is read aloud on the telephone: {@code BEF-2026-004821-K}, and of a rehearsal {@code EXE-2026-000012-J}. The last letter is a check character modulo 23, without I, O
 * or U: any one wrong digit and any two neighbours exchanged are found out.
 *
 * @param year the year of the declaration, four digits
 * @param number counts within all years, at least 1, shown with six digits or more
 * @param rehearsal whether it was said in a rehearsal only: whoever hears the number knows
 */
public record PublicReference(int year, long number, boolean rehearsal) {
    private static final String REAL = "BEF";
    private static final String REHEARSED = "EXE";
    /** So that one number is not taken for the other when its first letters were not heard. */
    private static final int REHEARSED_CHECK = 11;

    private static final String CHECK_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final Pattern SPOKEN = Pattern.compile("(BEF|EXE)(\\d{4})(\\d{6}|[1-9]\\d{6,11})([A-Z])");

    public PublicReference {
        if (year < 1000 || year > 9999 || number < 1 || number > 999_999_999_999L) {
            throw new IllegalArgumentException("no reference for year " + year + ", number " + number);
        }
    }

    public PublicReference(int year, long number) {
        this(year, number, false);
    }

    /** Reads a reference as people type it: any case, with hyphens, spaces or dots, or without. Empty when it is not one. */
    public static Optional<PublicReference> parse(String typed) {
        var matcher = SPOKEN.matcher(typed.toUpperCase(Locale.ROOT).replaceAll("[\\s.\\-–_]", ""));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var year = Integer.parseInt(matcher.group(2));
        var number = Long.parseLong(matcher.group(3));
        if (year < 1000 || number < 1) {
            return Optional.empty();
        }
        var reference = new PublicReference(year, number, matcher.group(1).equals(REHEARSED));
        return reference.check() == matcher.group(4).charAt(0) ? Optional.of(reference) : Optional.empty();
    }

    /** As JSON has it: what is said on the telephone, and stands in addresses. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static PublicReference of(String written) {
        return parse(written).orElseThrow(() -> new IllegalArgumentException("not a reference: " + written));
    }

    private char check() {
        var digits = Long.parseLong("%d%06d".formatted(year, number)) + (rehearsal ? REHEARSED_CHECK : 0);
        return CHECK_LETTERS.charAt((int) (digits % CHECK_LETTERS.length()));
    }

    @JsonValue
    @Override
    public String toString() {
        return "%s-%d-%06d-%c".formatted(rehearsal ? REHEARSED : REAL, year, number, check());
    }
}
