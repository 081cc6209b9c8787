package org.beffroi.incident.web;

import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.rota.domain.Calls;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** «I have it», from the incident that somebody was called for. */
@Controller
class CallController {
    private final Deeds deeds;
    private final Calls calls;

    CallController(Deeds deeds, Calls calls) {
        this.deeds = deeds;
        this.calls = calls;
    }

    @ModelAttribute
    static Deed deed(@PathVariable String reference, @RequestParam MultiValueMap<String, String> sent, Viewer viewer) {
        return new Deed(reference, new DeskForm(sent), viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/incidents/{reference}/calls/answer")
    ModelAndView answer(@ModelAttribute(binding = false) Deed deed) {
        return deeds.act(deed, (hand, form) -> calls.answer(hand.incident(), hand.by()));
    }
}
