package org.beffroi.correspondence.web;

import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.MailRoom;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A mail that is in no conversation yet: it becomes a declaration, joins one, or is left. */
@Controller
@RequestMapping("/messages/mails/{id}")
class MailController {
    private final MailRoom mails;

    MailController(MailRoom mails) {
        this.mails = mails;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping
    String read(@PathVariable UUID id, Viewer viewer, Model model) {
        show(model, id, viewer, "", FieldErrors.NONE);
        return "correspondence/mail";
    }

    private void show(Model model, UUID id, Viewer viewer, String typed, FieldErrors errors) {
        model.addAttribute("mail", mails.one(id, viewer));
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/joining")
    ModelAndView join(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String number, Viewer viewer, Model model) {
        try {
            mails.join(id, number, viewer);
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.INVALID) {
                throw refused;
            }
            show(
                    model,
                    id,
                    viewer,
                    number,
                    FieldErrors.NONE.and(
                            "number", refused.key(), refused.arguments().toArray()));
            return new ModelAndView("correspondence/mail", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView("redirect:/messages");
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/dismissal")
    String dismiss(@PathVariable UUID id, Viewer viewer) {
        mails.dismiss(id, viewer);
        return "redirect:/messages";
    }
}
