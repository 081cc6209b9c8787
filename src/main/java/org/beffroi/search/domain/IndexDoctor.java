package org.beffroi.search.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.beffroi.incident.Searchable;
import org.beffroi.shared.DoctorCheck;
import org.springframework.stereotype.Component;

/** Whether the search over everything knows what has happened. */
@Component
class IndexDoctor implements DoctorCheck {
    private static final String SUBJECT = "Search";
    private static final Duration LATE = Duration.ofMinutes(5);
    /** Changes of a round that has not come yet. */
    private static final int USUAL = 1_000;

    private final IndexStore store;
    private final List<Searchable> sources;
    private final Clock clock;

    IndexDoctor(IndexStore store, List<Searchable> sources, Clock clock) {
        this.store = store;
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    @Override
    public List<Verdict> check() {
        var backlog = store.backlog();
        if (backlog.failing() > 0) {
            return List.of(
                    Verdict.ill(
                            SUBJECT,
                            "the words of %d declarations cannot be indexed: the search finds an older state of them"
                                    .formatted(backlog.failing()),
                            "See the server's log for the reason; they are tried again by themselves, at least every 64 minutes"));
        }
        int unread = sources.stream().mapToInt(Searchable::unread).sum();
        var since = backlog.since();
        if (unread > USUAL || (since != null && since.isBefore(clock.instant().minus(LATE)))) {
            return List.of(Verdict.ill(
                    SUBJECT,
                    "%d declarations and %d changes wait to be indexed%s"
                            .formatted(backlog.waiting(), unread, since == null ? "" : ", the first since " + since),
                    "The server does it by itself, 100 a second; to have it done at once: ./beffroi search index"));
        }
        return List.of(Verdict.well(SUBJECT, "%d declarations wait to be indexed".formatted(backlog.waiting())));
    }
}
