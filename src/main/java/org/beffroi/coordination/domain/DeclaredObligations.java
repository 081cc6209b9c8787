package org.beffroi.coordination.domain;

import java.util.List;
import org.beffroi.access.AuditTrail;
import org.beffroi.access.Viewer;
import org.beffroi.coordination.Obligation;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Sheet;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows from a declaration by itself, for those who made it: the same rules, before anybody has judged. */
@Service
@Transactional
public class DeclaredObligations {
    private final RuleBook rules;
    private final Declarations declarations;
    private final AuditTrail trail;

    DeclaredObligations(RuleBook rules, Declarations declarations, AuditTrail trail) {
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
        return rules.obligations(Situation.declared(sheet.structure(), sheet.answers(), sheet.declaredAt())).stream()
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
