package org.beffroi.access.web;

import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.access.domain.AuditReader;
import org.beffroi.shared.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /audit}: who looked at this incident, who changed it? */
@Controller
class AuditController {
    private final AuditReader trail;

    AuditController(AuditReader trail) {
        this.trail = trail;
    }

    @OpenTo({Role.LEAD, Role.ADMIN})
    @GetMapping("/audit")
    ModelAndView show(
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            Model model) {
        model.addAttribute("typed", reference);
        try {
            model.addAttribute("found", trail.page(reference, page, viewer));
            model.addAttribute("errors", FieldErrors.NONE);
            return new ModelAndView("access/audit", model.asMap());
        } catch (FieldErrors.Invalid invalid) {
            model.addAttribute("errors", invalid.errors());
            return new ModelAndView("access/audit", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
