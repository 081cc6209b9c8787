package org.beffroi.declaration.domain;

import java.util.Optional;

/** Text as it comes from outside. */
final class Typed {
    private Typed() {}

    /**
     * Line ends made one, control characters dropped, ends stripped. Empty when it holds what is no character at all: half a surrogate pair,
     * or the mark that a broken encoding leaves.
     */
    static Optional<String> clean(String typed) {
        if (typed.indexOf('\uFFFD') >= 0 || hasLoneSurrogate(typed)) {
            return Optional.empty();
        }
        return Optional.of(typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
                // Characters that turn or hide what others read: marks of direction, tags, zero widths; the joiners of
                // scripts stay.
                .replaceAll("[\\p{Cf}&&[^\\u200C\\u200D\\u00AD]]", "")
                .strip());
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    /** For showing a wrong value in an error. */
    static String shortened(String typed) {
        return typed.length() <= 40 ? typed : typed.substring(0, 39) + "…";
    }
}
