package org.beffroi.coordination.domain;

import java.time.Instant;
import java.util.Set;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.StructureSnapshot;
import org.beffroi.declaration.domain.TodaysForm;
import org.beffroi.taxonomy.Taxonomy;

/** What a structure declared: found at three in the morning, declared two hours later. */
record ASituation(String group, Answers answers) {
    static final Instant FOUND = Instant.parse("2026-03-02T02:00:00Z");
    static final Instant DECLARED = FOUND.plusSeconds(2 * 3600);

    static ASituation declaredBy(String group) {
        return new ASituation(group, Answers.NONE.with("foundAt", FOUND.toString()));
    }

    static RuleBook book(String... options) {
        return new RuleBook(RuleFile.open(), TodaysForm.questions(), new Taxonomy(), Set.of(options));
    }

    ASituation care(String code) {
        return with("care", code);
    }

    ASituation patients(String code) {
        return with("endangerment", code);
    }

    ASituation origin(String code) {
        return with("origin", code);
    }

    ASituation reach(String code) {
        return with("reach", code);
    }

    ASituation perimeter(String code) {
        return with("perimeter", code);
    }

    ASituation systems(String... codes) {
        return with("systems", codes);
    }

    ASituation data(String kind, String effect) {
        return with("dataKinds", kind).with("dataEffects", effect);
    }

    ASituation with(String question, String... codes) {
        return new ASituation(group, answers.with(question, codes));
    }

    Situation known() {
        var structure = new StructureSnapshot(null, "Structure", null, "FR", null, group, true, "84", null, null);
        return Situation.declared(structure, answers, DECLARED);
    }
}
