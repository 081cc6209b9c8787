package org.beffroi.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other modules may ask about structures. */
public interface Directory {
    /** @param typed with or without spaces; closed structures are found too */
    Optional<Structure> byFiness(String typed);

    Optional<Structure> byId(UUID id);

    /**
     * Open structures of France. Every typed word must be in the name, the legal entity's name or the town; capitals, accents, hyphens and
     * usual abbreviations do not matter. A FINESS number, or its beginning, is recognised. The best first.
     *
     * @param limit at most 500
     */
    default List<Structure> search(String typed, int limit) {
        return find(StructureQuery.open(typed, limit));
    }

    /** As {@link #search}, where the asker may look. */
    List<Structure> find(StructureQuery query);

    /**
     * Finds a structure outside France by an import's own key, or enters it.
     *
     * @param country ISO 3166-1 alpha-2
     * @param region as the import names it
     * @param category code of the vocabulary {@code structure-category}
     * @param externalKey what the import calls it, unique in its country
     */
    Structure foreign(String country, @Nullable String region, String category, String externalKey, String name);

    /** How many open structures of France must declare (CSP L.1111-8-2): the denominator of under-declaration. */
    long obligedCount();
}
