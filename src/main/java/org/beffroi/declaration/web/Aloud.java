package org.beffroi.declaration.web;

import java.util.List;
import org.beffroi.shared.PublicReference;

/** A reference as it is said on a bad line: in groups of few digits, the last letter as a word of the alphabet of ICAO and ITU. */
final class Aloud {
    private static final List<String> WORDS = List.of(
            "Alfa",
            "Bravo",
            "Charlie",
            "Delta",
            "Echo",
            "Foxtrot",
            "Golf",
            "Hotel",
            "India",
            "Juliett",
            "Kilo",
            "Lima",
            "Mike",
            "November",
            "Oscar",
            "Papa",
            "Quebec",
            "Romeo",
            "Sierra",
            "Tango",
            "Uniform",
            "Victor",
            "Whiskey",
            "X-ray",
            "Yankee",
            "Zulu");

    private Aloud() {}

    static String said(PublicReference reference) {
        var written = reference.toString();
        var letter = written.charAt(written.length() - 1);
        var digits = "%06d".formatted(reference.number()).replaceAll("(?<=\\d)(?=(\\d{3})+$)", " ");
        return "%s, %d, %s, %c (%s)"
                .formatted(
                        reference.rehearsal() ? "E X E" : "B E F",
                        reference.year(),
                        digits,
                        letter,
                        WORDS.get(letter - 'A'));
    }
}
