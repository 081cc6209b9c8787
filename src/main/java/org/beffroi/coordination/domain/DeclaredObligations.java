package org.beffroi.coordination.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.beffroi.coordination.Obligation;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Rehearsing;
import org.beffroi.declaration.Sheet;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows from a declaration by itself, for those who made it: the same rules, before anybody has judged. */
@Service
@Transactional
public class DeclaredObligations {
    private final RuleBook rules;
    private final Declarations declarations;
    private final ObligationStore store;
    private final Rehearsing rehearsing;
    private final AuditTrail trail;

    DeclaredObligations(
            RuleBook rules, Declarations declarations, ObligationStore store, Rehearsing rehearsing, AuditTrail trail) {
        this.rehearsing = rehearsing;
        this.store = store;
        this.rules = rules;
        this.declarations = declarations;
        this.trail = trail;
    }

    /** Each with those of its fields that are answered. */
    public List<Obligation> of(String typed, Viewer viewer) {
        var sheet = PublicReference.parse(typed)
                .flatMap(reference -> declarations.find(reference, viewer))
                .flatMap(declaration -> declarations.sheet(declaration, viewer))
                .orElseThrow(() -> Refusal.notFound("coordination.refused.unknown-declaration"));
        trail.record(viewer, "declaration.read", "declaration", sheet.declaration());
        return obligations(sheet);
    }

    /**
     * One of them, and how far it has come.
     *
     * @param toldAt null: not yet, as far as is known here
     */
    public record Stands(Obligation obligation, @Nullable Instant toldAt) {}

    /** For the declaration's page, whose reader may see it. What was withdrawn obliges nobody. */
    public List<Stands> of(Sheet sheet) {
        if (declarations.isWithdrawn(sheet.declaration())) {
            return List.of();
        }
        var told = new HashMap<String, Instant>();
        store.live(sheet.declaration()).stream()
                .filter(kept -> kept.told() != null)
                .forEach(kept -> told.put(
                        kept.recipient(), Objects.requireNonNull(kept.told()).at()));
        return obligations(sheet).stream()
                .map(obligation -> new Stands(obligation, told.get(obligation.recipient())))
                .toList();
    }

    private List<Obligation> obligations(Sheet sheet) {
        return rules
                .obligations(Situation.declared(sheet.structure(), sheet.answers(), sheet.declaredAt())
                        .faster(rehearsing.speed(sheet.world())))
                .stream()
                .map(obligation -> answered(obligation, sheet))
                .toList();
    }

    private static Obligation answered(Obligation obligation, Sheet sheet) {
        return new Obligation(
                obligation.recipient(),
                obligation.by(),
                obligation.reason(),
                obligation.from(),
                obligation.due(),
                obligation.source(),
                obligation.fields().stream()
                        .filter(field -> !sheet.answers().all(field).isEmpty())
                        .toList());
    }
}
