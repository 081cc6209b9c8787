package org.beffroi.coordination.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Sheet;
import org.beffroi.incident.Incidents;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Refusal;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the desk reads of obligations, and says that it did. */
@Service
@Transactional
public class ObligationDesk {
    /** How many declarations a page shows: one incident may have hundreds. */
    public static final int SHEETS = 20;

    private static final int LONGEST_RECEIPT = 200;
    private static final int LONGEST_REASON = 2000;

    private final ObligationStore store;
    private final ObligationKeeper keeper;
    private final RuleBook rules;
    private final Declarations declarations;
    private final Incidents incidents;
    private final Taxonomy taxonomy;
    private final AuditTrail trail;
    private final Clock clock;

    ObligationDesk(
            ObligationStore store,
            ObligationKeeper keeper,
            Declarations declarations,
            Incidents incidents,
            Taxonomy taxonomy,
            Papers papers) {
        this.store = store;
        this.keeper = keeper;
        this.rules = papers.rules();
        this.declarations = declarations;
        this.incidents = incidents;
        this.taxonomy = taxonomy;
        this.trail = papers.trail();
        this.clock = papers.clock();
    }

    /** @param typed any declaration's number, as people write it */
    public List<Duty> of(String typed, Viewer viewer) {
        var incident = require(typed, viewer);
        trail.record(viewer, "obligation.read", "incident", incident);
        return duties(incidents.declarations(incident, viewer), viewer);
    }

    /** Of one recipient; what is not theirs is not in it. */
    public List<Duty> of(String typed, String recipient, Viewer viewer) {
        var theirs = of(typed, viewer).stream()
                .filter(duty -> duty.kept().recipient().equals(recipient))
                .filter(duty -> duty.kept().endedAt() == null)
                .toList();
        if (theirs.isEmpty()) {
            throw none();
        }
        return theirs;
    }

    /** For the incident's page, whose reading is written down already: of its first declarations. */
    public List<Duty> shown(UUID incident, Viewer viewer) {
        return duties(
                incidents.declarations(incident, viewer).stream().limit(SHEETS).toList(), viewer);
    }

    List<Duty> duties(List<UUID> ids, Viewer viewer) {
        keeper.catchUp(ids);
        var sheets = declarations.sheets(ids, viewer).stream()
                .collect(Collectors.toMap(Sheet::declaration, Function.identity()));
        var duties = new ArrayList<Duty>();
        for (var kept : store.seen(ids, viewer)) {
            var sheet = sheets.get(kept.declaration());
            if (sheet != null) {
                duties.add(duty(kept, sheet));
            }
        }
        return duties;
    }

    private Duty duty(Kept kept, Sheet sheet) {
        var recipient = Optional.ofNullable(rules.recipients().get(kept.recipient()));
        return Duty.of(kept, sheet, recipient.map(Recipient::sees).orElse(List.of()));
    }

    /** The recipient was told: of one declaration, or of all of the incident that are not told yet. */
    public void tell(String typed, String recipient, Telling telling, Viewer by) {
        var incident = require(typed, by);
        var asked = asked(incidents.declarations(incident, by), telling.declaration(), by);
        // In one order: two who tell of one incident must not wait for each other.
        asked.stream().sorted().forEach(store::hold);
        var theirs = duties(asked, by).stream()
                .filter(duty -> duty.kept().recipient().equals(recipient))
                .filter(duty -> duty.kept().endedAt() == null)
                .toList();
        if (theirs.isEmpty()) {
            throw none();
        }
        var open = theirs.stream().filter(Duty::open).map(Duty::kept).toList();
        if (open.isEmpty()) {
            throw Refusal.conflict("coordination.refused.told");
        }
        var told = checked(telling, open, by);
        for (var sheet :
                declarations.sheets(open.stream().map(Kept::declaration).toList(), by)) {
            open.stream()
                    .filter(kept -> kept.declaration().equals(sheet.declaration()))
                    .forEach(kept -> keeper.tell(sheet, kept, told, by));
        }
        trail.record(by, "obligation.tell", "incident", incident);
    }

    private List<UUID> asked(List<UUID> all, @Nullable String declaration, Viewer by) {
        if (declaration == null || declaration.isBlank()) {
            return all;
        }
        return PublicReference.parse(declaration)
                .flatMap(reference -> declarations.find(reference, by))
                .filter(all::contains)
                .map(List::of)
                .orElseThrow(ObligationDesk::none);
    }

    private Kept.Told checked(Telling telling, List<Kept> open, Viewer by) {
        var at = telling.at();
        var now = clock.instant();
        var errors = new ArrayList<FieldErrors>();
        if (at == null) {
            errors.add(FieldErrors.NONE.and("toldAt", "coordination.error.told-at"));
        } else if (at.isAfter(now)) {
            errors.add(FieldErrors.NONE.and("toldAt", "coordination.error.future"));
        }
        if (taxonomy.vocabulary("transmission-channel")
                .term(String.valueOf(telling.channel()))
                .isEmpty()) {
            errors.add(FieldErrors.NONE.and("channel", "coordination.error.channel"));
        }
        var late = said(telling.lateBecause());
        if (at != null && late == null && open.stream().anyMatch(kept -> kept.lateAt(at))) {
            errors.add(FieldErrors.NONE.and("lateBecause", "coordination.error.late"));
        }
        errors.add(tooLong("receipt", telling.receipt(), LONGEST_RECEIPT));
        errors.add(tooLong("lateBecause", late, LONGEST_REASON));
        errors.stream().reduce(FieldErrors.NONE, FieldErrors::and).throwIfAny();
        return new Kept.Told(
                at == null ? now : at,
                String.valueOf(telling.channel()),
                said(telling.receipt()),
                late,
                now,
                by.name());
    }

    private static FieldErrors tooLong(String field, @Nullable String text, int longest) {
        return text == null || text.length() <= longest
                ? FieldErrors.NONE
                : FieldErrors.NONE.and(field, "coordination.error.too-long", longest);
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private UUID require(String typed, Viewer viewer) {
        return PublicReference.parse(typed)
                .flatMap(reference -> incidents.find(reference, viewer))
                .orElseThrow(() -> Refusal.notFound("coordination.refused.unknown"));
    }

    private static Refusal none() {
        return Refusal.notFound("coordination.refused.none");
    }
}
