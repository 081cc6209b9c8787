package org.beffroi.access.web;

import java.time.Duration;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.StructureRegister;
import org.beffroi.access.Viewer;
import org.beffroi.access.domain.Accounts;
import org.beffroi.access.domain.ApiTokens;
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

/** All accounts and tokens, for the administrator. */
@Controller
class AccountsController {
    private final Accounts accounts;
    private final ApiTokens tokens;
    private final RightsReader rights;
    private final StructureRegister structures;
    private final Taxonomy taxonomy;

    AccountsController(
            Accounts accounts, ApiTokens tokens, RightsReader rights, StructureRegister structures, Taxonomy taxonomy) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.rights = rights;
        this.structures = structures;
        this.taxonomy = taxonomy;
    }

    @OpenTo(Role.ADMIN)
    @GetMapping("/accounts")
    String list(Model model) {
        return show(model, Typed.NOTHING, FieldErrors.NONE);
    }

    private String show(Model model, Typed typed, FieldErrors errors) {
        model.addAttribute("languageAt", "/accounts");
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("tokens", tokens.all());
        model.addAttribute("names", structures);
        typed.show(model, errors, taxonomy);
        return "access/accounts";
    }

    @OpenTo(Role.ADMIN)
    @PostMapping("/accounts")
    ModelAndView open(Typed typed, Viewer viewer, Model model) {
        try {
            var read = typed.rights(rights);
            accounts.open(
                    new Accounts.Opening(
                            typed.email(),
                            typed.name(),
                            typed.password(),
                            read.roles(),
                            read.region(),
                            read.structures()),
                    read.errors(),
                    viewer);
            return new ModelAndView("redirect:/accounts");
        } catch (FieldErrors.Invalid invalid) {
            return new ModelAndView(
                    show(model, typed, invalid.errors()), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @OpenTo(Role.ADMIN)
    @PostMapping("/accounts/{id}/state")
    String enable(@PathVariable UUID id, @RequestParam boolean enabled, Viewer viewer) {
        accounts.enable(id, enabled, viewer);
        return "redirect:/accounts";
    }

    /** The token is shown on the page that answers, once. */
    @OpenTo(Role.ADMIN)
    @PostMapping("/tokens")
    ModelAndView makeToken(Typed typed, Viewer viewer, Model model) {
        try {
            var grant = ApiTokens.Grant.checked(typed.name(), typed.rights(rights), Duration.ofDays(365));
            model.addAttribute("fresh", tokens.make(grant, viewer));
            return new ModelAndView(show(model, Typed.NOTHING, FieldErrors.NONE), model.asMap(), HttpStatus.CREATED);
        } catch (FieldErrors.Invalid invalid) {
            model.addAttribute("forToken", true);
            return new ModelAndView(
                    show(model, typed, invalid.errors()), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @OpenTo(Role.ADMIN)
    @PostMapping("/tokens/{id}/revocation")
    String revokeToken(@PathVariable UUID id, Viewer viewer) {
        tokens.revoke(id, viewer);
        return "redirect:/accounts#tokens";
    }
}
