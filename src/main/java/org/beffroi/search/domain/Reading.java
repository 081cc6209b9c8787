package org.beffroi.search.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beffroi.access.Viewer;
import org.beffroi.incident.IncidentCatalogue;
import org.beffroi.incident.IncidentCatalogue.Entry;
import org.beffroi.incident.IncidentCatalogue.Glance;
import org.beffroi.incident.SearchText;
import org.beffroi.incident.SearchText.Readers;
import org.beffroi.incident.Searchable;
import org.beffroi.search.domain.Excerpts.Match;
import org.beffroi.search.domain.Found.FoundIncident;
import org.beffroi.search.domain.LookupStore.Hit;
import org.beffroi.search.domain.LookupStore.Pair;
import org.beffroi.search.domain.Wish.Term;
import org.beffroi.search.domain.Words.Word;
import org.springframework.stereotype.Component;

/**
 * Reads the texts of what was found, as they are now, and asks once more who may read them: nothing is shown because the index says so. What the
 * words are not in any more is left out.
 */
@Component
class Reading {
    /** Declarations of one incident whose texts are read: a hundred may lie in it. */
    private static final int DECLARATIONS = 3;

    private static final int EXCERPTS = 3;

    private final IncidentCatalogue catalogue;
    private final List<Searchable> sources;
    private final LookupStore store;

    Reading(IncidentCatalogue catalogue, List<Searchable> sources, LookupStore store) {
        this.catalogue = catalogue;
        this.sources = List.copyOf(sources);
        this.store = store;
    }

    /** A text, word by word. */
    private record Read(SearchText text, List<Word> words) {}

    /** @param hits by incident, in the order in which they are shown */
    List<FoundIncident> read(SearchQuery query, List<Term> terms, Map<UUID, List<Hit>> hits, Viewer viewer) {
        var glances = catalogue.glances(hits.keySet(), query.world(), viewer);
        var declarations = hits.values().stream()
                .flatMap(some -> some.stream().map(Hit::declaration).distinct().limit(DECLARATIONS))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var homes =
                catalogue.entries(declarations).stream().collect(Collectors.toMap(Entry::declaration, Entry::incident));
        var readable = new HashMap<UUID, List<Read>>();
        for (var source : sources) {
            for (var text : source.texts(declarations)) {
                var incident = homes.get(text.declaration());
                var glance = incident == null ? null : glances.get(incident);
                if (glance != null && mayRead(text, glance, query, viewer)) {
                    readable.computeIfAbsent(glance.incident(), any -> new ArrayList<>())
                            .add(new Read(text, Words.of(text.text())));
                }
            }
        }
        var excerpts = new Excerpts(terms);
        var loose = new Excerpts(apart(terms));
        var same = same(excerpts, readable);
        return hits.keySet().stream()
                .map(glances::get)
                .filter(Objects::nonNull)
                .map(glance -> {
                    var texts = readable.getOrDefault(glance.incident(), List.of());
                    var strict = matches(excerpts, texts, same);
                    return found(glance, strict.isEmpty() ? matches(loose, texts, same) : strict);
                })
                .filter(found -> !found.excerpts().isEmpty())
                .toList();
    }

    private static boolean mayRead(SearchText text, Glance glance, SearchQuery query, Viewer viewer) {
        if (query.in() != null && !query.in().holds(text.kind())) {
            return false;
        }
        if (viewer.atTheDesk()) {
            return true;
        }
        return text.kind().readers() == Readers.INCIDENT
                || (text.kind().readers() == Readers.DECLARATION
                        && glance.declarations().containsKey(text.declaration()));
    }

    private Set<Pair> same(Excerpts excerpts, Map<UUID, List<Read>> texts) {
        var doubtful = excerpts.doubtful(texts.values().stream()
                .flatMap(some -> some.stream().map(Read::words))
                .toList());
        return doubtful.isEmpty() ? Set.of() : store.same(doubtful);
    }

    /** Stop words of a phrase may stand in the text in another form. */
    private static List<Term> apart(List<Term> terms) {
        return terms.stream()
                .flatMap(term -> term.words().stream().map(word -> new Term(List.of(word), false, term.beginning())))
                .toList();
    }

    private static List<Match> matches(Excerpts excerpts, List<Read> texts, Set<Pair> same) {
        var found = new ArrayList<Match>();
        for (var text : texts) {
            var match = excerpts.match(text.text(), text.words(), same);
            if (match != null) {
                found.add(match);
            }
        }
        return found;
    }

    private static FoundIncident found(Glance glance, List<Match> matches) {
        return new FoundIncident(
                glance,
                Excerpts.best(matches, EXCERPTS).stream()
                        .map(match -> Excerpts.cut(match, address(glance, match.text())))
                        .toList());
    }

    /** A conversation is read under the number of its declaration; one that is not for the viewer under that of the incident. */
    private static String address(Glance glance, SearchText text) {
        var number = glance.declarations().getOrDefault(text.declaration(), glance.reference());
        return "/incidents/" + number + text.place();
    }
}
