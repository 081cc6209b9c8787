package org.beffroi.incident.domain;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What different people's ways of writing one provider's name have in common: «Éditions Médic-Soft, SAS» and «medicsoft». */
final class ProviderKey {
    private static final int SHORTEST = 3;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Legal forms, and what is said of any of them. */
    private static final Set<String> EMPTY_WORDS = Set.of(
            "sa",
            "sas",
            "sasu",
            "sarl",
            "eurl",
            "sca",
            "scop",
            "gie",
            "gip",
            "gcs",
            "gmbh",
            "ag",
            "bv",
            "nv",
            "srl",
            "spa",
            "inc",
            "ltd",
            "llc",
            "plc",
            "corp",
            "groupe",
            "group",
            "societe",
            "company",
            "france",
            "the",
            "le",
            "la",
            "les",
            "de",
            "des",
            "du",
            "et",
            "and",
            "l",
            "d",
            "editions",
            "editeur",
            "hebergeur",
            "prestataire");

    private ProviderKey() {}

    /** Null where nothing is named by which another could be found. */
    static @Nullable String of(@Nullable String name) {
        if (name == null) {
            return null;
        }
        var key = Arrays.stream(BETWEEN.split(
                        DeclaredRows.folded(name).replace("'", " ").replace("’", " ")))
                .filter(word -> !word.isEmpty() && !EMPTY_WORDS.contains(word))
                .collect(Collectors.joining());
        return key.length() < SHORTEST ? null : key;
    }
}
