package org.beffroi.search.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.beffroi.directory.Finess;
import org.beffroi.shared.PublicReference;

/**
 * What was typed, taken apart as {@code websearch_to_tsquery} does: all words must be there, in any order; those in quotation marks one behind the
 * other; none of those behind a minus; {@code or} between alternatives. Besides, an asterisk ends the beginning of a word.
 *
 * @param any alternatives; all terms of one must hold
 * @param cut more was typed than is looked for
 */
record Wish(List<List<Term>> any, boolean cut) {
    static final int MOST_TERMS = 12;
    private static final int SHORTEST_BEGINNING = 3;

    private static final Pattern PIECE =
            Pattern.compile("(?<minus>[-−](?=[\"\\p{L}\\p{N}]))?(?:\"(?<quoted>[^\"]*+)\"?|(?<bare>[^\\s\"]++))");
    private static final Pattern QUOTES = Pattern.compile("[«»“”„]");
    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z*]{2,8}://");

    /**
     * @param words folded; several: one behind the other
     * @param not they must not be there
     * @param beginning the only word need only begin so
     */
    record Term(List<String> words, boolean not, boolean beginning) {}

    boolean isEmpty() {
        return any.stream().noneMatch(all -> all.stream().anyMatch(term -> !term.not()));
    }

    static Wish of(String typed) {
        var number = PublicReference.parse(typed)
                .map(PublicReference::toString)
                .or(() -> Finess.parse(typed).map(Finess::value));
        if (number.isPresent()) {
            return new Wish(List.of(List.of(new Term(folded(number.get()), false, false))), false);
        }
        var any = new ArrayList<List<Term>>();
        var all = new ArrayList<Term>();
        var count = 0;
        var piece = PIECE.matcher(QUOTES.matcher(typed).replaceAll("\""));
        while (piece.find()) {
            var bare = Optional.ofNullable(piece.group("bare"));
            if (bare.filter(Wish::isOr).isPresent() && !all.isEmpty()) {
                any.add(List.copyOf(all));
                all.clear();
                continue;
            }
            var not = piece.group("minus") != null;
            var terms = bare.map(word -> terms(word, not)).orElseGet(() -> quoted(piece.group("quoted"), not));
            for (var term : terms) {
                if (count++ < MOST_TERMS) {
                    all.add(term);
                }
            }
        }
        any.add(List.copyOf(all));
        return new Wish(
                any.stream()
                        .filter(terms -> terms.stream().anyMatch(term -> !term.not()))
                        .toList(),
                count > MOST_TERMS);
    }

    private static boolean isOr(String word) {
        return word.equalsIgnoreCase("or") || word.equals("OU");
    }

    private static List<Term> quoted(String words, boolean not) {
        var folded = folded(words);
        return folded.isEmpty() ? List.of() : List.of(new Term(folded, not, false));
    }

    /** What has an apostrophe in it is two words; what has a dot, a hyphen or the like is one thing. */
    private static List<Term> terms(String typed, boolean not) {
        return Arrays.stream(typed.split("['’]"))
                .map(part -> SCHEME.matcher(part).replaceFirst(""))
                .map(Wish::folded)
                .filter(words -> !words.isEmpty())
                .map(words -> new Term(words, not, isBeginning(typed, words)))
                .toList();
    }

    private static boolean isBeginning(String typed, List<String> words) {
        return typed.endsWith("*") && words.size() == 1 && words.getFirst().length() >= SHORTEST_BEGINNING;
    }

    private static List<String> folded(String text) {
        return Words.folded(Words.of(text));
    }
}
