package org.beffroi.incident.web;

import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.Shifts;
import org.beffroi.incident.domain.Shifts.Note;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Hands an incident over, takes one over, follows one. */
@Controller
@RequestMapping("/incidents/{reference}")
class ShiftController {
    private final Deeds deeds;
    private final Shifts shifts;

    ShiftController(Deeds deeds, Shifts shifts) {
        this.deeds = deeds;
        this.shifts = shifts;
    }

    @ModelAttribute
    static Deed deed(@PathVariable String reference, @RequestParam MultiValueMap<String, String> sent, Viewer viewer) {
        return new Deed(reference, new DeskForm(sent), viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/handover")
    ModelAndView handOver(@ModelAttribute(binding = false) Deed deed) {
        return deeds.act(
                deed,
                (hand, form) -> shifts.handOver(
                        hand.incident(),
                        new Note(form.text("handed"), form.text("todo"), form.text("beware")),
                        hand.by()));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/handover/taken")
    ModelAndView takeOver(@ModelAttribute(binding = false) Deed deed) {
        return deeds.act(deed, (hand, form) -> shifts.takeOver(hand.incident(), hand.by()));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/watch")
    ModelAndView watch(@ModelAttribute(binding = false) Deed deed) {
        return deeds.act(
                deed, (hand, form) -> shifts.watch(hand.incident(), "true".equals(form.one("watch")), hand.by()));
    }
}
