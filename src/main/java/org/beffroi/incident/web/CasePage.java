package org.beffroi.incident.web;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.beffroi.access.Access;
import org.beffroi.declaration.Stated;
import org.beffroi.incident.domain.CaseFile;
import org.beffroi.incident.domain.CaseFiles;
import org.beffroi.incident.domain.Declared;
import org.beffroi.incident.domain.Part;
import org.beffroi.incident.domain.Tags;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Paris;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** Fills the page of one incident: what is read, and the forms with what is proposed or was typed. */
@Component
class CasePage {
    /** Names of the parts of long lists, as they stand in an address. */
    private static final String DECLARED = "declared";

    private static final String STORY = "story";
    private static final int ENTRIES = 50;

    private final CaseFiles files;
    private final Panels panels;
    private final DeskWords words;
    private final Access access;
    private final Clock clock;
    private final Tags tags;

    CasePage(CaseFiles files, Panels panels, DeskWords words, Access access, Clock clock, Tags tags) {
        this.tags = tags;
        this.files = files;
        this.panels = panels;
        this.words = words;
        this.access = access;
        this.clock = clock;
    }

    CaseFile open(Deed deed) {
        return files.open(deed.reference(), deed.viewer(), deed.part(DECLARED));
    }

    /** The page's own address; it says which other number was asked for, if that is what led there. */
    static String address(CaseFile file) {
        var asked = PublicReference.parse(file.asked())
                .map(PublicReference::toString)
                .filter(other -> !other.equals(file.reference()));
        return "/incidents/" + file.reference() + asked.map("?asked="::concat).orElse("");
    }

    ModelAndView show(CaseFile file, Deed deed) {
        return page(file, deed, DeskForm.nothing(), HttpStatus.OK)
                .addObject("done", deed.form().has("done"))
                .addObject("former", former(file, deed));
    }

    /** What was typed comes back, with all that is wrong in it. */
    ModelAndView wrong(Deed deed, FieldErrors errors) {
        return page(open(deed), deed, deed.form(), HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("errors", errors);
    }

    /** What was typed comes back, in another language; nothing was done. */
    ModelAndView again(Deed deed) {
        return page(open(deed), deed, deed.form(), HttpStatus.OK);
    }

    /** What was typed comes back, with the reason why it cannot be done now. */
    ModelAndView refused(Deed deed, Refusal refusal) {
        var status = switch (refusal.kind()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return page(open(deed), deed, deed.form(), status).addObject("refusal", refusal);
    }

    private ModelAndView page(CaseFile file, Deed deed, DeskForm typed, HttpStatus status) {
        var now = clock.instant().atZone(Paris.ZONE).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
        return new ModelAndView("incident/case", new HashMap<>(), status)
                .addObject("file", file)
                .addObject("incident", file.incident())
                .addObject("state", file.incident().state())
                .addObject("proposals", file.proposals())
                .addObject("typed", typed)
                .addObject("echo", typed.fields())
                .addObject("triage", typed.has("inScope") || typed.has("major") ? typed : proposed(file))
                .addObject("errors", FieldErrors.NONE)
                .addObject("story", Part.of(file.timeline(), deed.part(STORY), ENTRIES))
                .addObject("tags", tags.of(file.incident().id(), deed.viewer()))
                .addObject("panels", panels.of(file.incident().id(), deed.viewer()))
                .addObject("vocabularies", words.taxonomy())
                .addObject("words", words)
                .addObject("colleagues", deed.viewer().atTheDesk() ? access.desk() : List.of())
                .addObject("now", now);
    }

    /** The number of an incident that lives on in this one, when that is what was asked for. */
    private static @Nullable PublicReference former(CaseFile file, Deed deed) {
        return PublicReference.parse(deed.form().text("asked"))
                .filter(asked -> !asked.toString().equals(file.reference()))
                .filter(asked -> file.declared().stream()
                        .anyMatch(declared -> declared.reference().equals(asked)))
                .orElse(null);
    }

    /** The last judgement, or the rules' proposal and what was declared. Effects on patients and care stay «as declared» until changed. */
    private static DeskForm proposed(CaseFile file) {
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
            return new DeskForm(fields);
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
        return new DeskForm(fields);
    }

    private static void add(LinkedMultiValueMap<String, String> fields, String field, @Nullable String value) {
        if (value != null) {
            fields.add(field, value);
        }
    }
}
