package org.beffroi.access.web;

import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.StructureRegister;
import org.beffroi.access.Viewer;
import org.beffroi.access.domain.Accounts;
import org.beffroi.access.domain.PasswordChanges;
import org.beffroi.access.domain.RightsReader;
import org.beffroi.shared.FieldErrors;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One account, for the administrator. */
@Controller
class AccountController {
    private final Accounts accounts;
    private final PasswordChanges passwords;
    private final RightsReader rights;
    private final StructureRegister structures;
    private final Taxonomy taxonomy;

    AccountController(
            Accounts accounts,
            PasswordChanges passwords,
            RightsReader rights,
            StructureRegister structures,
            Taxonomy taxonomy) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rights = rights;
        this.structures = structures;
        this.taxonomy = taxonomy;
    }

    @OpenTo(Role.ADMIN)
    @GetMapping("/accounts/{id}")
    String show(@PathVariable UUID id, Model model) {
        return show(id, Typed.of(accounts.require(id), structures), FieldErrors.NONE, model);
    }

    private String show(UUID id, Typed typed, FieldErrors errors, Model model) {
        model.addAttribute("languageAt", "/accounts/" + id);
        model.addAttribute("account", accounts.require(id));
        typed.show(model, errors, taxonomy);
        return "access/account";
    }

    @OpenTo(Role.ADMIN)
    @PostMapping("/accounts/{id}")
    ModelAndView change(@PathVariable UUID id, Typed typed, Viewer viewer, Model model) {
        try {
            var read = typed.rights(rights);
            accounts.change(
                    id,
                    new Accounts.Change(
                            typed.name(),
                            read.roles(),
                            read.region(),
                            read.structures(),
                            typed.enabled() != null,
                            typed.seen()),
                    read.errors(),
                    viewer);
            return new ModelAndView("redirect:/accounts");
        } catch (FieldErrors.Invalid invalid) {
            return new ModelAndView(
                    show(id, typed, invalid.errors(), model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @OpenTo(Role.ADMIN)
    @PostMapping("/accounts/{id}/password")
    ModelAndView handOver(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String password, Viewer viewer, Model model) {
        try {
            passwords.handOver(id, password, viewer);
            return new ModelAndView("redirect:/accounts");
        } catch (FieldErrors.Invalid invalid) {
            return new ModelAndView(
                    show(id, Typed.of(accounts.require(id), structures), invalid.errors(), model),
                    model.asMap(),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
