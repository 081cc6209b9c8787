package org.beffroi.declaration.web;

import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.domain.Rehearsals;
import org.beffroi.shared.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Rehearsals: opened, entered by a link or a code, ended. */
@Controller
class RehearsalController {
    private final Rehearsals rehearsals;

    RehearsalController(Rehearsals rehearsals) {
        this.rehearsals = rehearsals;
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @GetMapping("/rehearsals")
    String list(Viewer viewer, Model model) {
        show(model, viewer, "", 1, FieldErrors.NONE);
        return "declaration/rehearsals";
    }

    private void show(Model model, Viewer viewer, String name, int speed, FieldErrors errors) {
        model.addAttribute("rehearsals", rehearsals.latest(viewer));
        model.addAttribute("speeds", Rehearsals.SPEEDS);
        model.addAttribute("name", name);
        model.addAttribute("speed", speed);
        model.addAttribute("errors", errors);
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @PostMapping("/rehearsals")
    ModelAndView open(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "1") int speed,
            Viewer viewer,
            Model model) {
        try {
            return new ModelAndView("redirect:/rehearsals/"
                    + rehearsals.open(name, speed, viewer).id());
        } catch (FieldErrors.Invalid wrong) {
            show(model, viewer, name, speed, wrong.errors());
            return new ModelAndView("declaration/rehearsals", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @GetMapping("/rehearsals/{id}")
    String one(@PathVariable UUID id, Viewer viewer, Model model) {
        var rehearsal = rehearsals.require(id, viewer);
        var link = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/declare")
                .queryParam("rehearsal", rehearsal.code())
                .toUriString();
        model.addAttribute("rehearsal", rehearsal);
        model.addAttribute("sheets", rehearsals.declared(rehearsal, viewer));
        model.addAttribute("link", link);
        model.addAttribute("qr", QrCode.of(link));
        return "declaration/rehearsal";
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @PostMapping("/rehearsals/{id}/end")
    String end(@PathVariable UUID id, Viewer viewer) {
        rehearsals.end(id, viewer);
        return "redirect:/rehearsals/" + id;
    }
}
