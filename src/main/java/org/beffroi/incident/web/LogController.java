package org.beffroi.incident.web;

import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.LogEntry.Draft;
import org.beffroi.incident.domain.LogEntry.Kind;
import org.beffroi.incident.domain.Logbook;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Writes into the logbook, and strikes out what was wrong. */
@Controller
@RequestMapping("/incidents/{reference}/log")
class LogController {
    private final Deeds deeds;
    private final Logbook logbook;

    LogController(Deeds deeds, Logbook logbook) {
        this.deeds = deeds;
        this.logbook = logbook;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping
    ModelAndView write(
            @PathVariable String reference, @RequestParam MultiValueMap<String, String> sent, Viewer viewer) {
        return deeds.act(
                new Deed(reference, new DeskForm(sent), viewer),
                (hand, form) -> logbook.write(hand.incident(), draft(form), viewer));
    }

    private static Draft draft(DeskForm form) {
        return new Draft(
                "DECISION".equals(form.one("kind")) ? Kind.DECISION : Kind.FACT,
                form.instantOrNone("happenedAt"),
                form.text("what"),
                form.text("saidBy"));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/{id}/strike")
    ModelAndView strike(
            @PathVariable String reference,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer) {
        return deeds.act(
                new Deed(reference, new DeskForm(sent), viewer),
                (hand, form) -> logbook.strike(hand.incident(), id, form.text("because"), viewer));
    }
}
