package org.beffroi.files;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Of an archive: three groups of four letters and digits, that are read aloud without being mistaken. */
public final class Password {
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Password() {}

    public static String fresh() {
        return IntStream.range(0, 3)
                .mapToObj(group -> RANDOM.ints(4, 0, LETTERS.length())
                        .mapToObj(LETTERS::charAt)
                        .map(String::valueOf)
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }
}
