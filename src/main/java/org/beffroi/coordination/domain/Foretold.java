package org.beffroi.coordination.domain;

import java.time.Instant;
import java.util.List;
import org.beffroi.coordination.Obligation;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.StructureSnapshot;
import org.beffroi.declaration.WhoIsTold;
import org.springframework.stereotype.Component;

/** Answers the form by the same rules as hold afterwards. */
@Component
class Foretold implements WhoIsTold {
    private final RuleBook rules;

    Foretold(RuleBook rules) {
        this.rules = rules;
    }

    @Override
    public List<Told> of(Answers answers, StructureSnapshot structure, Instant declaredAt, int speed) {
        return rules
                .obligations(Situation.declared(structure, answers, declaredAt).faster(speed))
                .stream()
                .map(obligation -> new Told(
                        "coordination.recipient." + obligation.recipient(),
                        "coordination.reason." + obligation.reason(),
                        obligation.by() == Obligation.By.DESK,
                        obligation.due(),
                        obligation.fields()))
                .toList();
    }
}
