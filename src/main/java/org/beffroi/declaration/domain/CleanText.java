package org.beffroi.declaration.domain;

import java.util.Optional;

/** Text as it comes from outside. */
final class CleanText {
    private static final int LONGEST_SHOWN = 40;

    private CleanText() {}

    /**
     * Line ends made one, control characters dropped, ends stripped. Empty when it holds what is no character at all: half a surrogate pair,
     * or the mark that a broken encoding leaves.
     */
    static Optional<String> of(String typed) {
        if (typed.indexOf('\uFFFD') >= 0 || hasLoneSurrogate(typed)) {
            return Optional.empty();
        }
        return Optional.of(typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(CleanText::stays)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip());
    }

    /** Not control characters, nor those that turn or hide what others read: marks of direction, tags, zero widths. The joiners of scripts do. */
    private static boolean stays(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point == '\n' || point == '\t';
            case Character.FORMAT -> point == 0x200C || point == 0x200D || point == 0x00AD;
            default -> true;
        };
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    /** For showing a wrong value in an error: at most 40 characters, and no half of one. */
    static String shortened(String typed) {
        var clean = of(typed).orElse("\uFFFD");
        return clean.codePointCount(0, clean.length()) <= LONGEST_SHOWN
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_SHOWN - 1)) + "…";
    }
}
