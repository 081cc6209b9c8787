package org.beffroi.coordination.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is still to be told, over all incidents: what is due first, first. */
@Service
@Transactional
public class StillDue {
    /** Declarations on one page. */
    public static final int PAGE = 50;

    /** Counts stop there, and are shown as «more than». */
    public static final int MOST = 1000;

    /** What is later than that is no work of today: it has its own list. */
    static final Duration LONG = Duration.ofDays(30);

    private final DueStore store;
    private final ObligationDesk desk;
    private final AuditTrail trail;
    private final Clock clock;

    StillDue(DueStore store, ObligationDesk desk, AuditTrail trail, Clock clock) {
        this.store = store;
        this.desk = desk;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whose work it is. */
    public enum Whose {
        /** The desk tells them. */
        DESK,
        /** The structure tells them itself; the desk reminds it. */
        STRUCTURE,
        /** Late for more than thirty days, by whomever. */
        LONG_LATE;

        boolean holds(Kept kept, Instant since) {
            var late = Objects.requireNonNullElse(kept.due(), kept.from()).isBefore(since);
            return this == LONG_LATE ? late : !late && kept.by().name().equals(name());
        }
    }

    /**
     * One page of them.
     *
     * @param declarations each with what is still to be told of it, what is due first, first
     * @param counts obligations, {@link #MOST} at most
     */
    public record Page(
            Whose whose, List<List<Duty>> declarations, Map<Whose, Integer> counts, int page, boolean more) {}

    /** @param page from 1 */
    public Page page(Whose whose, int page, Viewer viewer) {
        var since = clock.instant().minus(LONG);
        var ids = store.declarations(viewer, whose, since, (page - 1) * PAGE, PAGE + 1);
        var shown = ids.stream().limit(PAGE).toList();
        var byDeclaration = desk.duties(shown, viewer).stream()
                .filter(Duty::open)
                .filter(duty -> whose.holds(duty.kept(), since))
                .sorted(Duty.BY_DUE)
                .collect(Collectors.groupingBy(duty -> duty.kept().declaration()));
        var declarations =
                shown.stream().map(byDeclaration::get).filter(Objects::nonNull).toList();
        var counts = new EnumMap<Whose, Integer>(Whose.class);
        Arrays.stream(Whose.values()).forEach(each -> counts.put(each, store.count(viewer, each, since, MOST)));
        trail.recordList(viewer, "obligation.list", "incident", String.valueOf(declarations.size()));
        return new Page(whose, declarations, counts, page, ids.size() > PAGE);
    }
}
