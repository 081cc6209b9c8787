package org.beffroi.incident.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Declarations;
import org.beffroi.declaration.Sheet;
import org.beffroi.incident.Incidents;
import org.beffroi.incident.SupportStepped;
import org.beffroi.incident.domain.Support.Step;
import org.beffroi.incident.domain.Support.StepSaid;
import org.beffroi.shared.Refusal;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Help that structures ask for and the desk offers: asked, offered, accepted, who did what, how long. */
@Component
public class Supports {
    public static final String VOCABULARY = "support-kind";
    static final int LONGEST = 2_000;
    /** A month of one person without sleep. */
    static final int MOST_MINUTES = 43_200;
    /** Of one kind, for one structure. */
    static final int MOST_STEPS = 200;

    private final SupportStore store;
    private final Speakers speakers;
    private final Incidents seen;
    private final Declarations declarations;
    private final Taxonomy taxonomy;
    private final Book book;

    Supports(
            SupportStore store,
            Speakers speakers,
            Incidents seen,
            Declarations declarations,
            Taxonomy taxonomy,
            Book book) {
        this.store = store;
        this.speakers = speakers;
        this.seen = seen;
        this.declarations = declarations;
        this.taxonomy = taxonomy;
        this.book = book;
    }

    /** @param minutes of work; null: not said */
    public record Word(
            String kind,
            @Nullable Step step,
            String words,
            @Nullable Integer minutes) {}

    /** For the desk and agencies: of an incident's first structures within the viewer's scope. An agency does not read who did what. */
    @Transactional(readOnly = true)
    public List<Support> of(UUID incident, Viewer viewer) {
        var sheets = declarations.sheets(
                seen.declarations(incident, viewer).stream()
                        .limit(Recoveries.SHOWN)
                        .toList(),
                viewer);
        var said = store.of(sheets.stream().map(Sheet::declaration).toList());
        return sheets.stream()
                .flatMap(sheet -> supports(sheet, said.getOrDefault(sheet.declaration(), Map.of())).stream())
                .map(support -> viewer.atTheDesk() ? support : support.forStructure())
                .toList();
    }

    /** For the structure. */
    @Transactional(readOnly = true)
    public List<Support> of(Sheet sheet) {
        var said = store.of(List.of(sheet.declaration())).getOrDefault(sheet.declaration(), Map.of());
        return supports(sheet, said).stream().map(Support::forStructure).toList();
    }

    private static List<Support> supports(Sheet sheet, Map<String, List<StepSaid>> said) {
        var asked = sheet.answers().all("supportKinds");
        var kinds = new LinkedHashSet<>(asked);
        kinds.addAll(said.keySet());
        var all = new ArrayList<Support>();
        for (var kind : kinds) {
            all.add(new Support(
                    sheet.reference().toString(),
                    sheet.structure().name(),
                    kind,
                    asked.contains(kind) ? sheet.declaredAt() : null,
                    said.getOrDefault(kind, List.of())));
        }
        return all;
    }

    @Transactional
    public void say(Sheet sheet, Word word, Viewer by) {
        var incident = speakers.incident(sheet, by);
        var step = word.step();
        if (step == null || (!by.atTheDesk() && !Support.OF_STRUCTURE.contains(step))) {
            throw Refusal.invalid("incident.error.support-step");
        }
        check(sheet, word);
        var who = book.now(by);
        var minutes = step == Step.WORKED ? word.minutes() : null;
        store.add(
                sheet.declaration(),
                word.kind(),
                new StepSaid(step, who.at(), word.words().strip(), minutes, by.atTheDesk(), by.name()),
                who);
        book.publish(
                new SupportStepped(sheet.declaration(), sheet.world(), who.at(), word.kind(), step.name(), minutes));
        book.audit(by, "support", incident);
    }

    private void check(Sheet sheet, Word word) {
        if (!taxonomy.vocabulary(VOCABULARY).has(word.kind())) {
            throw Refusal.invalid("incident.error.support-kind");
        }
        if (word.words().length() > LONGEST) {
            throw Refusal.invalid("incident.error.too-long", LONGEST);
        }
        var minutes = word.minutes();
        if (minutes != null && (minutes <= 0 || minutes > MOST_MINUTES)) {
            throw Refusal.invalid("incident.error.support-hours");
        }
        var said = store.of(List.of(sheet.declaration())).getOrDefault(sheet.declaration(), Map.of());
        if (said.getOrDefault(word.kind(), List.of()).size() >= MOST_STEPS) {
            throw Refusal.conflict("incident.refused.recovery-many", MOST_STEPS);
        }
    }
}
