package org.beffroi.directory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number of the FINESS register, of a site (ET) or of a legal entity (EJ): 9 characters, of which the last is a Luhn key. The first two
 * are the department; Corsica's {@code 2A} and {@code 2B} are the only letters.
 *
 * @param value 9 characters without spaces, as computers write it
 */
public record Finess(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{9}|2[AB][0-9]{7}");

    /** What the key says. */
    public enum Key {
        FITS,
        /** Corsican numbers: that A counts as 1 and B as 2 is common usage and nowhere written, so a misfit only warns. */
        DOUBTFUL,
        WRONG
    }

    /** @throws IllegalArgumentException when it has not the form of a number; the key is not looked at */
    public Finess {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the form of a FINESS number: " + value);
        }
    }

    /** Reads what people type: spaces of any kind, dots and hyphens are ignored, letters may be small. Empty when the form is not that of a number. */
    public static Optional<Finess> parse(String typed) {
        var compact = typed.replaceAll("[\\s\\p{Z}.-]", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(compact).matches() ? Optional.of(new Finess(compact)) : Optional.empty();
    }

    /** Completes eight characters with their key. */
    public static Finess withKey(String eightCharacters) {
        for (char key = '0'; key <= '9'; key++) {
            var finess = new Finess(eightCharacters + key);
            if (finess.sum() % 10 == 0) {
                return finess;
            }
        }
        throw new IllegalStateException("a sum of digits always has a complement to ten");
    }

    public Key key() {
        if (sum() % 10 == 0) {
            return Key.FITS;
        }
        return value.charAt(1) > '9' ? Key.DOUBTFUL : Key.WRONG;
    }

    private int sum() {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            int digit = digit(value.charAt(i)) * (i % 2 == 1 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return sum;
    }

    private static int digit(char character) {
        return character > '9' ? character - 'A' + 1 : character - '0';
    }

    /** As people read it aloud: {@code 01 000 002 4}. */
    public String spaced() {
        return value.substring(0, 2)
                + ' '
                + value.substring(2, 5)
                + ' '
                + value.substring(5, 8)
                + ' '
                + value.charAt(8);
    }

    @Override
    public String toString() {
        return value;
    }
}
