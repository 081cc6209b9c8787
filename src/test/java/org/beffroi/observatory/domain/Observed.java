package org.beffroi.observatory.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.beffroi.journal.Journal.Recorded;
import org.beffroi.shared.Fact;
import org.beffroi.shared.Paris;
import org.beffroi.shared.World;
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

    /** Everything, as known at the start of 2026. */
    static YearFigures year(Known known, int year) {
        return at(known, year, startOf(2026, 1, 1));
    }

    static YearFigures at(Known known, int year, Instant knownAt) {
        return new YearMaker(TAXONOMY).whole(new YearMaker.Order("national", year, null, knownAt), known);
    }

    /** All that the public is told until that day, each fact being recorded when it happens. */
    static PublicRecord told(List<Fact> facts, LocalDate until) {
        var inOrder =
                facts.stream().sorted(Comparator.comparing(Fact::happenedAt)).toList();
        var recorder = new PublicRecorder(World.NATIONAL, new YearMaker(TAXONOMY), Map.of());
        for (int i = 0; i < inOrder.size(); i++) {
            recorder.accept(recorded(inOrder.get(i), i));
        }
        return recorder.record(until);
    }

    static Instant startOf(int year, int month, int day) {
        return Paris.startOf(LocalDate.of(year, month, day));
    }
}
