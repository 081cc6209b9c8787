package org.beffroi.directory.domain;

/**
 * A line that was not taken.
 *
 * @param line from 1; 0 when the whole file is meant
 * @param subject FINESS number, or what stands in its place; at most 40 characters
 * @param detail in words, with what was found; at most 300 characters
 */
record Rejection(long line, String subject, Reason reason, String detail) {
    /** Why, for counting. */
    enum Reason {
        NOT_A_NUMBER("no FINESS number"),
        WRONG_KEY("key of the FINESS number does not fit"),
        NO_NAME("no name"),
        UNKNOWN_CATEGORY("category is not in the vocabulary"),
        UNKNOWN_DEPARTMENT("department is not in the vocabulary"),
        WRONG_VALUE("a value that cannot be"),
        WRONG_COLUMNS("columns are not those of the format"),
        BROKEN_TEXT("bytes that are no text"),
        TOO_LONG("line is too long"),
        CUT_OFF("the file ends in the middle"),
        UNREADABLE("the rest of the file cannot be read"),
        UNKNOWN_FORMAT("none of the known formats");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    Rejection {
        subject = visible(subject, 40);
        detail = visible(detail, 300);
    }

    /** Control characters would garble a terminal, and PostgreSQL keeps no NUL. */
    private static String visible(String text, int length) {
        var clean = text.replaceAll("\\p{Cntrl}", "·");
        return clean.length() <= length ? clean : clean.substring(0, length - 1) + '…';
    }

    /** Thrown by whoever reads a line, caught by whoever counts them. */
    static final class Rejected extends Exception {
        private final Reason reason;

        Rejected(Reason reason, String detail) {
            super(detail);
            this.reason = reason;
        }

        Rejection at(long line, String subject) {
            return new Rejection(line, subject, reason, String.valueOf(getMessage()));
        }
    }
}
