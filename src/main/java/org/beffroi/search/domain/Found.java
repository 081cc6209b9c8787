package org.beffroi.search.domain;

import java.util.List;
import org.beffroi.incident.IncidentCatalogue.Glance;

/**
 * A page of what was found.
 *
 * @param state what there is to say
 * @param incidents of this page, open ones first, then the latest
 * @param count how many incidents there are, at most {@link Search#MOST}
 * @param over there are more than these
 * @param more there is a next page
 * @param cut more words were typed than were looked for
 * @param behind the index does not know yet what happened in the last minute, or longer
 */
public record Found(
        SearchQuery query,
        State state,
        List<FoundIncident> incidents,
        int count,
        boolean over,
        boolean more,
        boolean cut,
        boolean behind) {

    /** What became of a search. */
    public enum State {
        /** Nothing was typed. */
        EMPTY,
        /** Only what must not be there, or what is in every text. */
        NOTHING_TO_FIND,
        SEARCHED
    }

    /** @param excerpts the best ones, at most three */
    public record FoundIncident(Glance glance, List<Excerpt> excerpts) {}
}
