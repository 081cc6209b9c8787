package org.beffroi.correspondence.web;

import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Webhooks;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Other machines that are told what happens here, for leads. A secret is shown on the page that answers, once. */
@Controller
@RequestMapping("/messages/webhooks")
class WebhookController {
    private static final String LIST = "correspondence/webhooks";
    private static final String ONE = "correspondence/webhook";

    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** As it was typed. */
    public record Typed(
            @Nullable String address,
            @Nullable String name,
            @Nullable Boolean rehearsals) {
        static final Typed NOTHING = new Typed(null, null, null);

        public String wishedAddress() {
            return address == null ? "" : address;
        }

        public String wishedName() {
            return name == null ? "" : name;
        }

        public boolean wishesRehearsals() {
            return Boolean.TRUE.equals(rehearsals);
        }
    }

    @OpenTo(Role.LEAD)
    @GetMapping
    String list(Model model) {
        return show(model, Typed.NOTHING, FieldErrors.NONE);
    }

    private String show(Model model, Typed typed, FieldErrors errors) {
        model.addAttribute("languageAt", "/messages/webhooks");
        model.addAttribute("webhooks", webhooks.all());
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        return LIST;
    }

    @OpenTo(Role.LEAD)
    @PostMapping
    ModelAndView register(Typed typed, Viewer viewer, Model model) {
        try {
            var fresh = webhooks.register(typed.wishedAddress(), typed.wishedName(), typed.wishesRehearsals(), viewer);
            model.addAttribute("fresh", fresh);
            return new ModelAndView(show(model, Typed.NOTHING, FieldErrors.NONE), model.asMap(), HttpStatus.CREATED);
        } catch (FieldErrors.Invalid invalid) {
            return new ModelAndView(
                    show(model, typed, invalid.errors()), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refusal refused) {
            model.addAttribute("refusal", refused);
            return new ModelAndView(show(model, typed, FieldErrors.NONE), model.asMap(), HttpStatus.CONFLICT);
        }
    }

    @OpenTo(Role.LEAD)
    @GetMapping("/{id}")
    String one(@PathVariable UUID id, @RequestParam(required = false) @Nullable String tested, Model model) {
        model.addAttribute("languageAt", "/messages/webhooks/" + id);
        model.addAttribute("history", webhooks.one(id));
        model.addAttribute("tested", tested != null);
        return ONE;
    }

    @OpenTo(Role.LEAD)
    @PostMapping("/{id}/test")
    String test(@PathVariable UUID id, Viewer viewer) {
        webhooks.test(id, viewer);
        return "redirect:/messages/webhooks/" + id + "?tested";
    }

    @OpenTo(Role.LEAD)
    @PostMapping("/{id}/secret")
    String replaceSecret(@PathVariable UUID id, Viewer viewer, Model model) {
        model.addAttribute("fresh", webhooks.replaceSecret(id, viewer));
        return one(id, null, model);
    }

    @OpenTo(Role.LEAD)
    @PostMapping("/{id}/end")
    String stop(@PathVariable UUID id, Viewer viewer) {
        webhooks.stop(id, viewer);
        return "redirect:/messages/webhooks/" + id;
    }
}
