package org.beffroi.incident.web;

import org.beffroi.access.OpenTo;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.Speakers;
import org.beffroi.incident.domain.Support.Step;
import org.beffroi.incident.domain.Supports;
import org.beffroi.incident.domain.Supports.Word;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Help is asked for, offered, accepted, given. */
@Controller
class SupportController {
    private static final int MINUTES = 60;

    private final Supports supports;
    private final Speakers speakers;

    SupportController(Supports supports, Speakers speakers) {
        this.supports = supports;
        this.speakers = speakers;
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @PostMapping("/declarations/{reference}/support")
    String say(@PathVariable String reference, @RequestParam MultiValueMap<String, String> sent, Viewer viewer) {
        supports.say(speakers.find(reference, viewer), word(sent), viewer);
        return "redirect:" + (viewer.atTheDesk() ? "/incidents/" : "/declarations/") + reference + "#support";
    }

    @OpenToAll
    @PostMapping("/follow/{token}/support")
    String sayByLink(@PathVariable String token, @RequestParam MultiValueMap<String, String> sent) {
        supports.say(speakers.followed(token), word(sent), Viewer.guest());
        return "redirect:/follow/" + token + "#support";
    }

    private static Word word(MultiValueMap<String, String> sent) {
        var form = new DeskForm(sent);
        var hours = form.one("hours");
        return new Word(
                form.text("kind"),
                form.choice("step", Step.values()),
                form.text("words"),
                hours == null ? null : minutes(hours));
    }

    /** Hours as people write them, with a comma or a point; what is none becomes one that the domain refuses. */
    private static int minutes(String hours) {
        try {
            return Math.toIntExact(Math.round(Double.parseDouble(hours.replace(',', '.')) * MINUTES));
        } catch (ArithmeticException | NumberFormatException none) {
            return 0;
        }
    }
}
