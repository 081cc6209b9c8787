package org.beffroi.search.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.beffroi.search.domain.LookupStore.Understood;
import org.beffroi.search.domain.Wish.Term;
import org.jspecify.annotations.Nullable;

/** Makes of what was typed one {@code tsquery} for texts of either language. */
final class Sought {
    private Sought() {}

    /** Every term, in the order in which {@link #query} wants them understood. */
    static List<Term> terms(Wish wish) {
        return wish.any().stream().flatMap(List::stream).toList();
    }

    /**
     * Words that are everywhere («de», «the») are left out.
     *
     * @param understood as many as {@link #terms}
     * @return null when there is nothing to look for
     */
    static @Nullable String query(Wish wish, List<Understood> understood) {
        var alternatives = new ArrayList<String>();
        int at = 0;
        for (var all : wish.any()) {
            var here = understood.subList(at, at + all.size());
            at += all.size();
            alternatives.add(together(all, here));
        }
        alternatives.removeIf(String::isEmpty);
        return alternatives.isEmpty() ? null : String.join(" | ", alternatives);
    }

    /** The terms by which something is found, for these alone are shown in it. */
    static List<Term> telling(Wish wish, List<Understood> understood) {
        var terms = terms(wish);
        var telling = new ArrayList<Term>();
        for (int i = 0; i < terms.size(); i++) {
            if (!terms.get(i).not()
                    && (terms.get(i).beginning() || understood.get(i).tells())) {
                telling.add(terms.get(i));
            }
        }
        return telling;
    }

    private static String together(List<Term> all, List<Understood> understood) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < all.size(); i++) {
            var term = all.get(i);
            if (term.beginning() || understood.get(i).tells()) {
                parts.add((term.not() ? "!(" : "(") + one(term, understood.get(i)) + ")");
            }
        }
        return parts.stream().allMatch(part -> part.startsWith("!"))
                ? ""
                : parts.stream().collect(Collectors.joining(" & ", "(", ")"));
    }

    private static String one(Term term, Understood understood) {
        if (!term.beginning()) {
            return understood.stems();
        }
        // Of most words the index holds a stem only, which may be shorter than what was typed.
        var begins = "'" + term.words().getFirst() + "':*";
        return understood.tells() ? begins + " | " + understood.stems() : begins;
    }

    /** @param marks of which one must be there; all are our own */
    static String marked(String query, List<String> marks) {
        return marks.stream()
                .map(mark -> "'" + mark + "'")
                .collect(Collectors.joining(" | ", "(" + query + ") & (", ")"));
    }
}
