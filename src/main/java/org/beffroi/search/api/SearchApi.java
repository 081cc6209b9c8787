package org.beffroi.search.api;

import java.time.Instant;
import java.util.List;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.search.domain.Excerpt;
import org.beffroi.search.domain.Found;
import org.beffroi.search.domain.Found.FoundIncident;
import org.beffroi.search.domain.Found.State;
import org.beffroi.search.domain.Search;
import org.beffroi.search.domain.SearchFilter;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The search over everything. */
@RestController
class SearchApi {
    private final Search search;

    SearchApi(Search search) {
        this.search = search;
    }

    /**
     * @param count how many incidents there are, at most 1,000
     * @param atLeast there may be more than {@code count}
     * @param more there is a next page
     * @param behind the index does not know yet what happened in the last minute, or longer
     */
    record SearchAnswer(int count, boolean atLeast, boolean more, boolean behind, List<SearchHit> incidents) {}

    /**
     * @param status WAITING, IN_HAND, RESOLVED or CLOSED
     * @param excerpts at most three
     */
    record SearchHit(
            String reference,
            String structure,
            @Nullable String town,
            Instant declaredAt,
            String status,
            @Nullable String assignee,
            List<SearchExcerpt> excerpts) {}

    /**
     * @param kind what text it is
     * @param at when it was written
     * @param address of the page where it is read whole
     * @param text what was written, a piece of it
     * @param found the words of it that were looked for, as they are written there
     */
    record SearchExcerpt(String kind, Instant at, String address, String text, List<String> found) {}

    @OpenTo({Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping("/api/v1/search")
    SearchAnswer search(@ParameterObject SearchFilter asked, Viewer viewer) {
        var found = search.find(asked.query(), viewer);
        if (found.state() != State.SEARCHED) {
            throw Refusal.invalid("search.error.nothing");
        }
        return answer(found);
    }

    private static SearchAnswer answer(Found found) {
        return new SearchAnswer(
                found.count(),
                found.over(),
                found.more(),
                found.behind(),
                found.incidents().stream().map(SearchApi::hit).toList());
    }

    private static SearchHit hit(FoundIncident one) {
        var glance = one.glance();
        return new SearchHit(
                glance.reference(),
                glance.structure(),
                glance.town(),
                glance.declaredAt(),
                glance.status(),
                glance.assignee(),
                one.excerpts().stream().map(SearchApi::excerpt).toList());
    }

    private static SearchExcerpt excerpt(Excerpt excerpt) {
        return new SearchExcerpt(
                excerpt.kind().name(),
                excerpt.at(),
                excerpt.address(),
                excerpt.plain(),
                excerpt.pieces().stream()
                        .filter(Excerpt.Piece::marked)
                        .map(Excerpt.Piece::text)
                        .distinct()
                        .toList());
    }
}
