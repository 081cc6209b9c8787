package org.beffroi.access.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.StructureRegister;
import org.beffroi.access.Viewer;
import org.beffroi.access.domain.Accounts;
import org.beffroi.access.domain.ApiTokens;
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

/** Accounts and tokens, for the administrator. */
@Controller
class AccountsController {
    private static final Typed NOTHING = new Typed("", "", "", Set.of(), "", "");

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final StructureRegister structures;
    private final Taxonomy taxonomy;

    AccountsController(Accounts accounts, ApiTokens tokens, StructureRegister structures, Taxonomy taxonomy) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.structures = structures;
        this.taxonomy = taxonomy;
    }

    /**
     * The form for an account or a token, as it was typed. A password is never shown again.
     *
     * @param structures FINESS numbers, with commas, semicolons or line ends between
     */
    record Typed(String email, String name, String password, Set<Role> roles, String region, String structures) {
        Typed {
            roles = roles == null ? Set.of() : roles;
            email = email == null ? "" : email;
            name = name == null ? "" : name;
            password = password == null ? "" : password;
            region = region == null ? "" : region;
            structures = structures == null ? "" : structures;
        }
    }

    @OpenTo(Role.ADMIN)
    @GetMapping("/accounts")
    String list(Model model) {
        return show(model, NOTHING, FieldErrors.NONE);
    }

    private String show(Model model, Typed typed, FieldErrors errors) {
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("tokens", tokens.all());
        model.addAttribute("names", structures);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("roles", taxonomy.vocabulary("role").terms());
        model.addAttribute("regions", taxonomy.vocabulary("region").terms());
        return "access/accounts";
    }

    @OpenTo(Role.ADMIN)
    @PostMapping("/accounts")
    ModelAndView open(Typed typed, Viewer viewer, Model model) {
        try {
            var ids = identifiers(typed.structures());
            accounts.open(
                    new Accounts.Opening(
                            typed.email(), typed.name(), typed.password(), typed.roles(), orNull(typed.region()), ids),
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
            var role = typed.roles().isEmpty()
                    ? null
                    : EnumSet.copyOf(typed.roles()).iterator().next();
            var token = tokens.make(
                    ApiTokens.Grant.checked(
                            typed.name(),
                            role,
                            orNull(typed.region()),
                            identifiers(typed.structures()),
                            Duration.ofDays(365)),
                    viewer);
            model.addAttribute("fresh", token);
            return new ModelAndView(show(model, NOTHING, FieldErrors.NONE), model.asMap(), HttpStatus.CREATED);
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

    private Set<UUID> identifiers(String typed) {
        var ids = new HashSet<UUID>();
        var errors = FieldErrors.NONE;
        for (var finess : numbers(typed)) {
            var id = structures.identifier(finess);
            id.ifPresent(ids::add);
            if (id.isEmpty() && errors.isEmpty()) {
                errors = errors.and("structures", "access.error.unknown-structure", finess);
            }
        }
        errors.throwIfAny();
        return ids;
    }

    private static List<String> numbers(String typed) {
        return Arrays.stream(typed.split("[,;\\n]"))
                .map(String::strip)
                .filter(finess -> !finess.isEmpty())
                .toList();
    }

    private static @org.jspecify.annotations.Nullable String orNull(String typed) {
        return typed.isBlank() ? null : typed;
    }
}
