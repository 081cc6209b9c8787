package org.beffroi.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.StructureRegister;
import org.beffroi.access.Viewer;
import org.beffroi.access.WithAnyPassword;
import org.beffroi.access.domain.Accounts;
import org.beffroi.access.domain.PasswordChanges;
import org.beffroi.access.domain.Reaches;
import org.beffroi.shared.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.support.BindingAwareModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /account}: what one's own account is, and a new password for it. */
@Controller
class OwnAccountController {
    private final Accounts accounts;
    private final PasswordChanges passwords;
    private final StructureRegister structures;
    private final Reaches reaches;

    OwnAccountController(Accounts accounts, PasswordChanges passwords, StructureRegister structures, Reaches reaches) {
        this.reaches = reaches;
        this.accounts = accounts;
        this.passwords = passwords;
        this.structures = structures;
    }

    @WithAnyPassword
    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD, Role.AGENCY, Role.OBSERVATORY, Role.ADMIN})
    @GetMapping("/account")
    String show(Viewer viewer, Model model) {
        return show(viewer, FieldErrors.NONE, model);
    }

    private String show(Viewer viewer, FieldErrors errors, Model model) {
        var id = viewer.account();
        model.addAttribute("languageAt", "/account");
        model.addAttribute("account", id == null ? null : accounts.byId(id).orElse(null));
        model.addAttribute("names", structures);
        model.addAttribute("reach", viewer.atTheDesk() && id != null ? reaches.own(viewer) : null);
        model.addAttribute("errors", errors);
        return "access/own";
    }

    /** With what was wrong. */
    ModelAndView page(Viewer viewer, FieldErrors errors) {
        var model = new BindingAwareModelMap();
        return new ModelAndView(show(viewer, errors, model), model, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @WithAnyPassword
    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD, Role.AGENCY, Role.OBSERVATORY, Role.ADMIN})
    @PostMapping("/account/password")
    ModelAndView change(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String password,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            GoingOn.as(passwords.own(viewer, present, password), request, response);
            return new ModelAndView("redirect:/account?changed");
        } catch (FieldErrors.Invalid invalid) {
            return page(viewer, invalid.errors());
        }
    }
}
