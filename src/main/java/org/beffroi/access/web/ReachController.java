package org.beffroi.access.web;

import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.access.domain.Reaches;
import org.beffroi.access.domain.Reaches.Reach;
import org.beffroi.shared.FieldErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** On one's own account: where the desk's calls reach its owner. */
@Controller
class ReachController {
    private final Reaches reaches;
    private final OwnAccountController account;

    ReachController(Reaches reaches, OwnAccountController account) {
        this.reaches = reaches;
        this.account = account;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/account/reach")
    ModelAndView change(
            @RequestParam(defaultValue = "") String callPhone,
            @RequestParam(defaultValue = "") String callEmail,
            Viewer viewer) {
        try {
            reaches.change(callPhone, callEmail, viewer);
            return new ModelAndView("redirect:/account?reached");
        } catch (FieldErrors.Invalid invalid) {
            return account.page(viewer, invalid.errors()).addObject("reach", new Reach(callPhone, callEmail));
        }
    }
}
