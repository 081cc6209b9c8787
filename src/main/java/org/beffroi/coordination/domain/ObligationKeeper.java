package org.beffroi.coordination.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.beffroi.access.Viewer;
import org.beffroi.coordination.Obligation;
import org.beffroi.coordination.ObligationArose;
import org.beffroi.coordination.ObligationEnded;
import org.beffroi.coordination.RecipientTold;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Rehearsing;
import org.beffroi.declaration.Sheet;
import org.beffroi.incident.Assessment;
import org.beffroi.incident.Incidents;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what the rules say of a declaration. Whatever is heard, in whatever order, it reads anew how things stand now, and keeps the
 * difference: heard twice, nothing changes.
 */
@Service
@Transactional
class ObligationKeeper {
    private static final Viewer BEFFROI = Viewer.system("Beffroi");
    private static final String CHANGED = "CHANGED";
    private static final String NOT_APPLICABLE = "NOT_APPLICABLE";

    private final ObligationStore store;
    private final RuleBook rules;
    private final Declarations declarations;
    private final Incidents incidents;
    private final ApplicationEventPublisher events;
    private final Rehearsing rehearsing;
    private final Clock clock;

    ObligationKeeper(
            ObligationStore store,
            Declarations declarations,
            Rehearsing rehearsing,
            Incidents incidents,
            ApplicationEventPublisher events,
            Papers papers) {
        this.rehearsing = rehearsing;
        this.store = store;
        this.rules = papers.rules();
        this.declarations = declarations;
        this.incidents = incidents;
        this.events = events;
        this.clock = papers.clock();
    }

    void judged(UUID incident, Instant at, Assessment assessment) {
        store.judged(incident, at, assessment);
        // In one order: two who hear of one incident must not wait for each other.
        incidents.declarations(incident, BEFFROI).stream().sorted().forEach(this::hear);
    }

    /** Before somebody reads of these: the round may be on its way. */
    void catchUp(List<UUID> declared) {
        store.unheard(declared).forEach(this::hear);
    }

    /**
     * Nobody is told of what was imported, or closed before the rules were ever asked: it is past; nor of what happened abroad, where other
     * laws hold.
     */
    void hear(UUID declaration) {
        var first = !store.hold(declaration);
        var sheet = declarations.sheet(declaration, BEFFROI).orElse(null);
        if (sheet == null
                || sheet.channel().equals("IMPORT")
                || !sheet.structure().country().equals("FR")) {
            store.leave(declaration);
            return;
        }
        var incident = incidents.find(sheet.reference(), BEFFROI);
        if (incident.isPresent() && first && !incidents.isOpen(incident.get())) {
            store.leave(declaration);
        } else if (incident.isPresent()) {
            keep(sheet, store.judgement(incident.get()), first);
            store.heard(sheet);
        }
    }

    private void keep(Sheet sheet, Optional<ObligationStore.Judgement> judgement, boolean first) {
        var live = store.live(sheet.declaration()).stream()
                .collect(Collectors.toMap(Kept::recipient, Function.identity()));
        var due = declarations.isWithdrawn(sheet.declaration())
                ? List.<Obligation>of()
                : rules.obligations(situation(sheet, judgement, first, live));
        for (var obligation : due) {
            var kept = live.remove(obligation.recipient());
            if (kept == null || !same(kept, obligation)) {
                if (kept != null) {
                    store.end(kept.id(), CHANGED, clock.instant());
                }
                arise(sheet, obligation, kept == null ? first : kept.fromStart());
            }
        }
        live.values().forEach(gone -> end(sheet, gone));
        stated(sheet);
    }

    /** Once they are told, a corrected hour changes nothing; another reason does: they are to be told of that. */
    private static boolean same(Kept kept, Obligation now) {
        return kept.reason().equals(now.reason())
                && (kept.told() != null || (kept.from().equals(now.from()) && Objects.equals(kept.due(), now.due())));
    }

    private Situation situation(
            Sheet sheet, Optional<ObligationStore.Judgement> judgement, boolean first, Map<String, Kept> live) {
        var declared = Situation.declared(sheet.structure(), sheet.answers(), sheet.declaredAt())
                .faster(rehearsing.speed(sheet.world()));
        var learnt = judgement
                .map(ObligationStore.Judgement::at)
                .filter(at -> at.isAfter(sheet.versionAt()))
                .orElse(sheet.versionAt());
        var known = new HashMap<String, Instant>();
        var told = new HashMap<String, Instant>();
        live.forEach((recipient, kept) -> {
            known.put(recipient, kept.fromStart() ? declared.foundAt() : kept.from());
            if (kept.told() != null) {
                told.put(recipient, kept.told().at());
            }
        });
        var situation =
                judgement.map(made -> declared.judged(made.assessment())).orElse(declared);
        return situation.awareAt(first ? declared.foundAt() : learnt, known).told(told);
    }

    private void arise(Sheet sheet, Obligation obligation, boolean fromStart) {
        var now = clock.instant();
        store.arise(sheet.declaration(), obligation, fromStart, now);
        events.publishEvent(new ObligationArose(
                sheet.declaration(),
                sheet.world(),
                now,
                obligation.recipient(),
                obligation.reason(),
                obligation.due()));
    }

    private void end(Sheet sheet, Kept gone) {
        var now = clock.instant();
        store.end(gone.id(), NOT_APPLICABLE, now);
        events.publishEvent(new ObligationEnded(sheet.declaration(), sheet.world(), now, gone.recipient()));
    }

    /** What the structure says that it did itself needs not be said again by the desk. */
    private void stated(Sheet sheet) {
        for (var kept : store.live(sheet.declaration())) {
            var code = Objects.requireNonNull(rules.recipients().get(kept.recipient()))
                    .toldAs();
            if (kept.told() == null
                    && code != null
                    && sheet.answers().all("told").contains(code)) {
                tell(
                        sheet,
                        kept,
                        new Kept.Told(sheet.versionAt(), "STRUCTURE", null, null, clock.instant(), BEFFROI.name()),
                        BEFFROI);
            }
        }
    }

    void tell(Sheet sheet, Kept kept, Kept.Told told, Viewer by) {
        store.told(kept.id(), told, by.account());
        events.publishEvent(new RecipientTold(
                sheet.declaration(),
                sheet.world(),
                told.at(),
                kept.recipient(),
                told.channel(),
                kept.lateAt(told.at())));
    }
}
