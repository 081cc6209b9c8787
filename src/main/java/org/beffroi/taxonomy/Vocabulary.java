package org.beffroi.taxonomy;

import java.util.List;
import java.util.Optional;

/**
 * @param name the file's name without its ending, for example {@code data-kind}
 * @param edition the official version, or ours, for example {@code 2026-1}
 * @param source where the terms come from, in words
 * @param terms in the order in which people shall see them
 */
public record Vocabulary(String name, String edition, String source, List<Term> terms) {
    public Vocabulary {
        terms = List.copyOf(terms);
    }

    public boolean has(String code) {
        return term(code).isPresent();
    }

    public Optional<Term> term(String code) {
        for (var term : terms) {
            if (term.code().equals(code)) {
                return Optional.of(term);
            }
        }
        return Optional.empty();
    }

    /** @throws IllegalArgumentException naming the code and the vocabulary */
    public Term require(String code) {
        return term(code).orElseThrow(() -> new IllegalArgumentException("no code " + code + " in vocabulary " + name));
    }

    public List<String> codes() {
        return terms.stream().map(Term::code).toList();
    }
}
