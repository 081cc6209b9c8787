package org.beffroi.incident.web;

import java.util.List;
import java.util.Map;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.CaseFiles;
import org.beffroi.incident.domain.IncidentJoins;
import org.beffroi.incident.domain.IncidentJoins.Joining;
import org.beffroi.incident.domain.JoinPlan;
import org.beffroi.shared.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Another declaration joins an incident, after both have been looked at side by side; and is taken out again if that was wrong. */
@Controller
@RequestMapping("/incidents/{reference}")
class JoinController {
    private final CaseFiles files;
    private final CasePage page;
    private final Deeds deeds;
    private final IncidentJoins joins;
    private final DeskWords words;

    JoinController(CaseFiles files, CasePage page, Deeds deeds, IncidentJoins joins, DeskWords words) {
        this.files = files;
        this.page = page;
        this.deeds = deeds;
        this.joins = joins;
        this.words = words;
    }

    @ModelAttribute
    static Deed deed(@PathVariable String reference, @RequestParam MultiValueMap<String, String> sent, Viewer viewer) {
        return CaseController.deed(reference, sent, viewer);
    }

    /** Both incidents, and what would happen. Nothing is changed. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/joining")
    ModelAndView compare(@ModelAttribute(binding = false) Deed deed) {
        var incident = files.require(deed.reference(), deed.viewer());
        try {
            var declaration = files.declaration(deed.form().text("declaration"), deed.viewer());
            return show(joins.plan(incident, declaration, deed.viewer()), deed);
        } catch (FieldErrors.Invalid wrong) {
            return page.wrong(deed, wrong.errors());
        }
    }

    private ModelAndView show(JoinPlan plan, Deed deed) {
        var shown = List.of(
                plan.into().declarations().getFirst().declaration(),
                plan.moving().getFirst().declaration());
        return new ModelAndView(
                "incident/joining",
                Map.of(
                        "plan",
                        plan,
                        "sheets",
                        files.sheets(shown, deed.viewer()),
                        "words",
                        words,
                        "asked",
                        deed.form().text("declaration")),
                plan.refusal() == null ? HttpStatus.OK : HttpStatus.CONFLICT);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/declarations")
    ModelAndView join(@ModelAttribute(binding = false) Deed deed) {
        return deeds.act(
                deed,
                (hand, form) -> joins.join(
                        hand,
                        new Joining(
                                files.declaration(form.text("declaration"), hand.by()),
                                form.number("otherVersion"),
                                form.one("because"))));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/splits")
    ModelAndView split(@ModelAttribute(binding = false) Deed deed) {
        return deeds.act(
                deed,
                (hand, form) -> joins.split(
                        hand, files.declaration(form.text("declaration"), hand.by()), form.text("because")));
    }
}
