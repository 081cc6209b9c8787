package org.beffroi.incident.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A word of the desk's own. In the queue's search it stands behind a {@code #}: {@code #relance brune} are those named so that bear it. */
final class Tag {
    static final char MARK = '#';
    private static final int MOST_SOUGHT = 5;

    private Tag() {}

    /** As it is kept: two to thirty letters, digits and hyphens, lower case; empty when it is none. */
    static String word(String typed) {
        var word = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^#+", "");
        return word.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}-]{1,29}") ? word : "";
    }

    private static List<String> parts(String text) {
        return Arrays.asList(text.strip().split("\\s+"));
    }

    /** Those sought; one that is none finds nothing. */
    static List<String> sought(String text) {
        return parts(text).stream()
                .filter(part -> part.length() > 1 && part.charAt(0) == MARK)
                .map(Tag::word)
                .limit(MOST_SOUGHT)
                .toList();
    }

    /** What is sought besides. */
    static String without(String text) {
        return parts(text).stream()
                .filter(part -> part.isEmpty() || part.charAt(0) != MARK)
                .collect(Collectors.joining(" "));
    }
}
