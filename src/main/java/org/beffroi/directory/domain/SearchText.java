package org.beffroi.directory.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How names are compared: without capitals, accents, hyphens or apostrophes, and with the sector's usual abbreviations. */
final class SearchText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");
    private static final Pattern NUMBER = Pattern.compile("(?:[0-9]|2[ABab])[0-9\\s\\p{Z}.-]*");
    private static final Set<String> SMALL_WORDS =
            Set.of("a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "sur");

    /** What is found by other words too. Registers abbreviate, people do or do not. */
    private static final Map<String, String> ALSO = Map.ofEntries(
            Map.entry("st", "saint"),
            Map.entry("ste", "sainte"),
            Map.entry("saint", "st"),
            Map.entry("sainte", "ste"),
            Map.entry("ch", "centre hospitalier hopital"),
            Map.entry("chu", "centre hospitalier universitaire hopital"),
            Map.entry("chr", "centre hospitalier regional hopital"),
            Map.entry("chru", "centre hospitalier regional universitaire chu hopital"),
            Map.entry("chi", "centre hospitalier intercommunal hopital"),
            Map.entry("chs", "centre hospitalier specialise hopital"),
            Map.entry("ghu", "groupe hospitalier universitaire hopital"),
            Map.entry("gh", "groupe hospitalier hopital"),
            Map.entry("ctre", "centre"),
            Map.entry("hop", "hopital"),
            Map.entry("hopitaux", "hopital"),
            Map.entry("ehpad", "maison de retraite"),
            Map.entry("clin", "clinique"),
            Map.entry("labo", "laboratoire"));

    private static final Map<String, String> PHRASES = Map.of(
            "centre hospitalier universitaire", "chu hopital",
            "centre hospitalier regional universitaire", "chru chu",
            "centre hospitalier regional", "chr",
            "centre hospitalier intercommunal", "chi",
            "centre hospitalier specialise", "chs",
            "centre hospitalier", "ch hopital",
            "groupe hospitalier", "gh hopital",
            "maison de retraite", "ehpad",
            "assistance publique", "ap aphp aphm");

    private SearchText() {}

    /** Lower case, words parted by one space, none at the ends. */
    static String plain(String text) {
        var open = text.toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss");
        var bare =
                MARKS.matcher(Normalizer.normalize(open, Normalizer.Form.NFD)).replaceAll("");
        return NO_WORD.matcher(bare).replaceAll(" ").strip();
    }

    /** The words under which a structure is found, a space before each; the name's come first, in their order. */
    static String of(@Nullable String... parts) {
        var words = new ArrayList<String>();
        for (var part : parts) {
            if (part != null && !plain(part).isEmpty()) {
                words.addAll(List.of(plain(part).split(" ")));
            }
        }
        var seen = new LinkedHashSet<>(words);
        var padded = ' ' + String.join(" ", words) + ' ';
        PHRASES.forEach((phrase, also) -> {
            if (padded.contains(' ' + phrase + ' ')) {
                seen.addAll(List.of(also.split(" ")));
            }
        });
        for (var word : words) {
            seen.addAll(List.of(ALSO.getOrDefault(word, word).split(" ")));
        }
        return ' ' + String.join(" ", seen).strip();
    }

    /** The words of what was typed; a number is one word, however it is spaced. Articles count only when there is nothing else. */
    static List<String> typed(String typed) {
        var stripped = typed.strip();
        if (NUMBER.matcher(stripped).matches()) {
            return List.of(plain(stripped).replace(" ", ""));
        }
        var words = List.of(plain(stripped).split(" "));
        var telling = words.stream()
                .filter(word -> !SMALL_WORDS.contains(word))
                .limit(10)
                .toList();
        return (telling.isEmpty() ? words : telling)
                .stream().filter(word -> !word.isEmpty()).toList();
    }

    /** The LIKE pattern of what begins as typed: articles count there, and a word that comes again stands once, as in {@link #of}. */
    static String start(String typed) {
        return ' ' + String.join(" ", new LinkedHashSet<>(List.of(plain(typed).split(" ")))) + '%';
    }

    /** The LIKE pattern of a typed word: the beginning of a word when it is short, else anywhere in one. */
    static String pattern(String word) {
        return word.length() < 3 ? "% " + word + '%' : '%' + word + '%';
    }
}
