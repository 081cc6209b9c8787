package org.beffroi.search.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.beffroi.incident.SearchText;
import org.beffroi.search.domain.Excerpt.Piece;
import org.beffroi.search.domain.LookupStore.Pair;
import org.beffroi.search.domain.Wish.Term;
import org.beffroi.search.domain.Words.Word;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words that were looked for in texts as they are now, and cuts out what stands around them. A stem begins as its word does, so that only
 * words with the same beginning are compared.
 */
final class Excerpts {
    /** Letters of a piece, about. */
    static final int LENGTH = 220;

    private static final int BEFORE = 60;
    private static final int ALIKE = 2;

    private final List<Term> terms;

    Excerpts(List<Term> terms) {
        this.terms = terms;
    }

    /** Pairs of words of which it must be known whether they are the same. */
    Set<Pair> doubtful(List<List<Word>> texts) {
        var asked = terms.stream()
                .filter(term -> !term.beginning())
                .flatMap(term -> term.words().stream())
                .distinct()
                .toList();
        var pairs = new HashSet<Pair>();
        for (var text : texts) {
            for (var word : text) {
                for (var one : asked) {
                    if (!one.equals(word.folded()) && alike(one, word.folded())) {
                        pairs.add(new Pair(one, word.folded()));
                    }
                }
            }
        }
        return pairs;
    }

    private static boolean alike(String one, String other) {
        int letters = Math.min(ALIKE, Math.min(one.length(), other.length()));
        return one.regionMatches(0, other, 0, letters);
    }

    /**
     * A text in which something is.
     *
     * @param marked places of its words
     * @param terms which of them, by their places
     */
    record Match(SearchText text, List<Word> words, BitSet marked, BitSet terms) {}

    /** @return null when none of the terms is in it */
    @Nullable
    Match match(SearchText text, List<Word> words, Set<Pair> same) {
        var marked = new BitSet();
        var found = new BitSet();
        for (int place = 0; place < words.size(); place++) {
            for (int i = 0; i < terms.size(); i++) {
                if (isAt(terms.get(i), words, place, same)) {
                    marked.set(place, place + terms.get(i).words().size());
                    found.set(i);
                }
            }
        }
        return found.isEmpty() ? null : new Match(text, words, marked, found);
    }

    private static boolean isAt(Term term, List<Word> words, int place, Set<Pair> same) {
        if (place + term.words().size() > words.size()) {
            return false;
        }
        for (int i = 0; i < term.words().size(); i++) {
            var asked = term.words().get(i);
            var word = words.get(place + i).folded();
            var fits = word.equals(asked)
                    || (term.beginning() ? word.startsWith(asked) : same.contains(new Pair(asked, word)));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** The best ones: each adds as many words that were looked for as it can, and the latest of those that add as many. */
    static List<Match> best(List<Match> matches, int atMost) {
        var left = new ArrayList<>(matches);
        var chosen = new ArrayList<Match>();
        var covered = new BitSet();
        while (chosen.size() < atMost && !left.isEmpty()) {
            var best = left.getFirst();
            for (var match : left) {
                int gain = added(match, covered) - added(best, covered);
                if (gain > 0
                        || (gain == 0 && match.text().at().isAfter(best.text().at()))) {
                    best = match;
                }
            }
            chosen.add(best);
            covered.or(best.terms());
            left.remove(best);
        }
        return chosen;
    }

    private static int added(Match match, BitSet covered) {
        var more = (BitSet) match.terms().clone();
        more.andNot(covered);
        return more.cardinality();
    }

    static Excerpt cut(Match match, String address) {
        var text = match.text().text();
        int first = firstWord(match);
        int start = first == 0 ? 0 : match.words().get(first).start();
        int last = lastWord(match, first);
        int end = last == match.words().size() - 1
                ? text.length()
                : match.words().get(last).end();
        end = Math.min(end, match.words().get(last).end() + BEFORE);
        var pieces = new ArrayList<Piece>();
        if (start > 0) {
            pieces.add(new Piece("… ", false));
        }
        int at = start;
        for (int i = first; i <= last; i++) {
            if (match.marked().get(i)) {
                var word = match.words().get(i);
                add(pieces, text.substring(at, word.start()), false);
                add(pieces, text.substring(word.start(), word.end()), true);
                at = word.end();
            }
        }
        add(pieces, text.substring(at, end), false);
        if (end < text.length()) {
            pieces.add(new Piece(" …", false));
        }
        return new Excerpt(match.text().kind(), match.text().at(), address, pieces);
    }

    private static void add(List<Piece> pieces, String text, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, marked));
        }
    }

    /** Somewhat before the place from which most of what was looked for lies within a piece. */
    private static int firstWord(Match match) {
        var words = match.words();
        int best = match.marked().nextSetBit(0);
        int most = 0;
        for (int i = best; i >= 0; i = match.marked().nextSetBit(i + 1)) {
            int there = match.marked()
                    .get(i, lastWithin(words, i, LENGTH - BEFORE) + 1)
                    .cardinality();
            if (there > most) {
                most = there;
                best = i;
            }
        }
        int first = best;
        while (first > 0 && words.get(best).start() - words.get(first - 1).start() <= BEFORE) {
            first--;
        }
        return first;
    }

    private static int lastWord(Match match, int first) {
        return lastWithin(match.words(), first, LENGTH);
    }

    private static int lastWithin(List<Word> words, int first, int length) {
        int last = first;
        while (last + 1 < words.size()
                && words.get(last + 1).end() - words.get(first).start() <= length) {
            last++;
        }
        return last;
    }
}
