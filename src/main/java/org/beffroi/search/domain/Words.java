package org.beffroi.search.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a text, as they are indexed and as they are looked for: small letters, no accents. An address of the internet (IPv4), defanged or
 * not, is one word; a domain is as many as it has parts, so that a part of it can be found.
 */
final class Words {
    /** Letters of the longest word that is told from others. */
    static final int LONGEST = 100;

    private static final String DOT = "(?:\\.|\\[\\.]|\\(\\.\\)|\\[dot])";
    private static final Pattern WORD = Pattern.compile("(?<ip>(?<![\\p{L}\\p{N}.])\\d{1,3}+(?:" + DOT
            + "\\d{1,3}+){3}(?![\\p{L}\\p{N}]))" + "|[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern DIGITS = Pattern.compile("\\D+");
    private static final Pattern FEMININE = Pattern.compile("ees?$");

    private Words() {}

    /**
     * @param start of it in the text
     * @param end behind its last letter
     */
    record Word(int start, int end, String folded) {}

    static List<Word> of(String text) {
        var found = new ArrayList<Word>();
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            var folded = matcher.group("ip") == null
                    ? folded(matcher.group())
                    : "ip" + DIGITS.matcher(matcher.group()).replaceAll("x");
            if (!folded.isEmpty()) {
                found.add(new Word(matcher.start(), matcher.end(), folded));
            }
        }
        return found;
    }

    static List<String> folded(List<Word> words) {
        return words.stream().map(Word::folded).toList();
    }

    /** With one blank between. */
    static String joined(List<String> words) {
        return String.join(" ", words);
    }

    private static String folded(String word) {
        var plain = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss");
        return plain.length() <= LONGEST ? plain : cut(plain);
    }

    /** Never through the middle of a letter that takes two places. */
    private static String cut(String word) {
        return word.substring(0, Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** For the French stemmer, which knows a participle by its accent: «chiffree» is read as «chiffre», both of which become «chiffr». */
    static String french(String folded) {
        return FEMININE.matcher(folded).replaceFirst("e");
    }

    static String french(List<String> folded) {
        return folded.stream().map(Words::french).collect(Collectors.joining(" "));
    }
}
