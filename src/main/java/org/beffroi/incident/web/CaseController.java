package org.beffroi.incident.web;

import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.IncidentDesk;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One incident: read it, and do the next thing. Each deed is posted and leads back; what was typed wrong comes back with the reason. */
@Controller
@RequestMapping("/incidents/{reference}")
class CaseController {
    private final CasePage page;
    private final Deeds deeds;
    private final IncidentDesk desk;

    CaseController(CasePage page, Deeds deeds, IncidentDesk desk) {
        this.page = page;
        this.deeds = deeds;
        this.desk = desk;
    }

    @ModelAttribute
    static Deed deed(@PathVariable String reference, @RequestParam MultiValueMap<String, String> sent, Viewer viewer) {
        return new Deed(reference, new DeskForm(sent), viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping
    ModelAndView read(@ModelAttribute(binding = false) Deed deed) {
        var file = page.open(deed);
        return file.moved() ? new ModelAndView("redirect:" + CasePage.address(file)) : page.show(file, deed);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/assignment")
    ModelAndView assign(@ModelAttribute(binding = false) Deed deed) {
        return deeds.act(deed, (hand, form) -> {
            if (form.has("assignee")) {
                desk.assign(hand, form.text("assignee"));
            } else {
                desk.take(hand);
            }
        });
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/triage")
    ModelAndView triage(@ModelAttribute(binding = false) Deed deed) {
        return deeds.act(deed, (hand, form) -> desk.triage(hand, form.assessment()));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/notes")
    ModelAndView note(@ModelAttribute(binding = false) Deed deed) {
        return deeds.act(deed, (hand, form) -> desk.note(hand.incident(), form.text("text"), hand.by()));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/resolution")
    ModelAndView resolve(@ModelAttribute(binding = false) Deed deed) {
        return deeds.act(deed, (hand, form) -> desk.resolve(hand, form.instant("resolvedAt")));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/closure")
    ModelAndView close(@ModelAttribute(binding = false) Deed deed) {
        return deeds.act(deed, (hand, form) -> desk.close(hand, form.conclusion()));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/reopening")
    ModelAndView reopen(@ModelAttribute(binding = false) Deed deed) {
        return deeds.act(deed, (hand, form) -> desk.reopen(hand, form.text("reason")));
    }
}
