package org.beffroi.observatory.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.beffroi.journal.Journal.Recorded;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Paris;
import org.beffroi.taxonomy.Taxonomy;

/** Figures from facts without a database: what the journal does, but for the hashing. */
final class Observed {
    static final Taxonomy TAXONOMY = new Taxonomy();

    private Observed() {}

    static Known known(List<Fact> facts) {
        var book = new CaseBook();
        for (int i = 0; i < facts.size(); i++) {
            book.accept(recorded(facts.get(i), i));
        }
        return book.known();
    }

    static Recorded recorded(Fact fact, int position) {
        var subjects = new HashMap<String, String>();
        fact.subjects().forEach((kind, id) -> subjects.put(kind, id.toString()));
        return new Recorded(position, fact.type(), fact.happenedAt(), fact.happenedAt(), subjects, fact.data());
    }

    static YearFigures year(Known known, int year, boolean published) {
        return at(known, year, startOf(2026, 1, 1), published);
    }

    static YearFigures at(Known known, int year, Instant knownAt, boolean published) {
        return new YearMaker(TAXONOMY).make(new YearMaker.Order("national", year, null, knownAt, published), known);
    }

    static Instant startOf(int year, int month, int day) {
        return LocalDate.of(year, month, day).atStartOfDay(Paris.ZONE).toInstant();
    }
}
