package org.beffroi.observatory.domain;

import java.util.Locale;
import java.util.Optional;
import org.beffroi.shared.World;
import org.beffroi.taxonomy.Taxonomy;
import org.beffroi.taxonomy.Term;

/** What is known of the worlds that incidents are counted in: the vocabulary {@code world}. Anybody may import one that is not in it. */
public final class Worlds {
    private final Taxonomy taxonomy;

    public Worlds(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** Empty for one that only its importer knows. */
    public Optional<Term> term(World world) {
        return taxonomy.vocabulary("world")
                .term(world.code().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether its incidents are public one by one, so that no count of them can tell more than they do. */
    boolean areOpen(World world) {
        return term(world).map(term -> term.attribute("open")).isPresent();
    }
}
