package org.beffroi.incident.web;

import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.Observables;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Enters what was seen, and takes away what was none. */
@Controller
@RequestMapping("/incidents/{reference}/observables")
class ObservableController {
    private final Deeds deeds;
    private final Observables observables;

    ObservableController(Deeds deeds, Observables observables) {
        this.deeds = deeds;
        this.observables = observables;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping
    ModelAndView add(@PathVariable String reference, @RequestParam MultiValueMap<String, String> sent, Viewer viewer) {
        return deeds.act(
                new Deed(reference, new DeskForm(sent), viewer),
                (hand, form) -> observables.add(hand.incident(), form.text("observables"), form.text("tlp"), viewer));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/{id}/removal")
    ModelAndView remove(
            @PathVariable String reference,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer) {
        return deeds.act(
                new Deed(reference, new DeskForm(sent), viewer),
                (hand, form) -> observables.remove(hand.incident(), id, viewer));
    }
}
