package org.beffroi.incident.web;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.beffroi.access.Access;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Stated;
import org.beffroi.incident.domain.CaseFile;
import org.beffroi.incident.domain.CaseFiles;
import org.beffroi.incident.domain.Declared;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Paris;
import org.beffroi.shared.Refusal;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;

/** Fills the page of one incident: what is read, and the forms with what is proposed or was typed. */
@Component
class CasePage {

    private final CaseFiles files;
    private final Panels panels;
    private final Taxonomy taxonomy;
    private final DeskWords words;
    private final Access access;
    private final Clock clock;

    CasePage(CaseFiles files, Panels panels, Taxonomy taxonomy, DeskWords words, Access access, Clock clock) {
        this.files = files;
        this.panels = panels;
        this.taxonomy = taxonomy;
        this.words = words;
        this.access = access;
        this.clock = clock;
    }

    CaseFile open(String reference, Viewer viewer) {
        return files.open(reference, viewer);
    }

    /** @param typed what is wrong and comes back; nothing when the page is only read */
    String show(CaseFile file, Typed typed, FieldErrors errors, @Nullable Refusal refusal, Viewer viewer, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("incident", file.incident());
        model.addAttribute("state", file.incident().state());
        model.addAttribute("proposals", file.proposals());
        model.addAttribute("typed", typed);
        model.addAttribute("triage", typed.has("inScope") || typed.has("major") ? typed : proposed(file));
        model.addAttribute("errors", errors);
        model.addAttribute("refusal", refusal);
        model.addAttribute("panels", panels.of(file.incident().id(), viewer));
        model.addAttribute("vocabularies", taxonomy);
        model.addAttribute("words", words);
        model.addAttribute("colleagues", viewer.atTheDesk() ? access.desk() : List.of());
        model.addAttribute(
                "now", clock.instant().atZone(Paris.ZONE).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES));
        return "incident/case";
    }

    /** The last judgement, or the rules' proposal and what was declared. Effects on patients and care stay «as declared» until changed. */
    private static Typed proposed(CaseFile file) {
        var incident = file.incident();
        var fields = new LinkedMultiValueMap<String, String>();
        var triage = incident.state().triage();
        if (triage == null) {
            fields.add("inScope", "true");
            add(fields, "major", file.proposals().major().value());
            var grade = file.proposals().grade();
            add(fields, "grade", grade == null ? null : grade.value());
            add(fields, "severity", file.proposals().severity().value());
            file.declared().stream()
                    .map(Declared::stated)
                    .map(Stated::origin)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(origin -> fields.add("origin", origin));
            file.declared().stream()
                    .flatMap(declared -> declared.stated().causes().stream())
                    .distinct()
                    .forEach(cause -> fields.add("causes", cause));
            return new Typed(fields);
        }
        var judged = triage.assessment();
        fields.add("inScope", Boolean.toString(judged.inScope()));
        fields.add("major", Boolean.toString(judged.major()));
        add(fields, "grade", judged.grade());
        add(fields, "rsit", judged.rsit());
        judged.causes().forEach(cause -> fields.add("causes", cause));
        add(fields, "origin", judged.origin());
        add(fields, "severity", incident.state().severity());
        add(fields, "endangerment", judged.endangerment());
        add(fields, "care", judged.care());
        return new Typed(fields);
    }

    private static void add(LinkedMultiValueMap<String, String> fields, String field, @Nullable String value) {
        if (value != null) {
            fields.add(field, value);
        }
    }
}
