package org.beffroi.incident.web;

import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.Tags;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Sets words of the desk's own on an incident, and takes them away. */
@Controller
@RequestMapping("/incidents/{reference}/tags")
class TagController {
    private final Deeds deeds;
    private final Tags tags;

    TagController(Deeds deeds, Tags tags) {
        this.deeds = deeds;
        this.tags = tags;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping
    ModelAndView set(@PathVariable String reference, @RequestParam MultiValueMap<String, String> sent, Viewer viewer) {
        return deeds.act(
                new Deed(reference, new DeskForm(sent), viewer),
                (hand, form) -> tags.set(hand.incident(), form.text("tag"), viewer));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/removal")
    ModelAndView remove(
            @PathVariable String reference, @RequestParam MultiValueMap<String, String> sent, Viewer viewer) {
        return deeds.act(
                new Deed(reference, new DeskForm(sent), viewer),
                (hand, form) -> tags.remove(hand.incident(), form.text("word"), viewer));
    }
}
