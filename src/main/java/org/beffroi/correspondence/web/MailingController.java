package org.beffroi.correspondence.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Audience;
import org.beffroi.correspondence.domain.Mailing.Order;
import org.beffroi.correspondence.domain.Mailings;
import org.beffroi.correspondence.domain.Outlines;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The desk writes once to many structures of an incident, and sees who has read it. */
@Controller
@RequestMapping("/incidents/{reference}/mailings")
class MailingController {
    private final Mailings mailings;
    private final Outlines outlines;

    MailingController(Mailings mailings, Outlines outlines) {
        this.mailings = mailings;
        this.outlines = outlines;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping
    ModelAndView compose(
            @PathVariable String reference, @RequestParam MultiValueMap<String, String> asked, Viewer viewer) {
        var text = outlines.find(one(asked, "outline"))
                .map(outline -> outline.raw(LocaleContextHolder.getLocale()))
                .orElse("");
        var order = order(asked, text, UUID.randomUUID().toString());
        return page(reference, order, viewer, HttpStatus.OK);
    }

    /** What was shown is sent; what is wrong, or not confirmed, comes back with all that was typed. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping
    ModelAndView send(
            @PathVariable String reference, @RequestParam MultiValueMap<String, String> typed, Viewer viewer) {
        var order = order(typed, one(typed, "text"), one(typed, "key"));
        if (typed.containsKey("lang") || typed.containsKey("look")) {
            return page(reference, order, viewer, HttpStatus.OK);
        }
        try {
            if (one(typed, "confirmed").isEmpty()) {
                FieldErrors.NONE
                        .and("confirmed", "correspondence.error.confirm-many")
                        .throwIfAny();
            }
            var id = mailings.send(reference, order, viewer);
            return new ModelAndView("redirect:/incidents/" + reference + "/mailings/" + id + "?sent");
        } catch (FieldErrors.Invalid wrong) {
            return page(reference, order, viewer, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("errors", wrong.errors());
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.NOT_FOUND) {
                throw refused;
            }
            return page(reference, order, viewer, HttpStatus.CONFLICT).addObject("refusal", refused);
        }
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/{id}")
    ModelAndView report(
            @PathVariable String reference,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String sent,
            Viewer viewer) {
        return new ModelAndView("correspondence/mailing")
                .addObject("reference", reference)
                .addObject("at", "/incidents/" + reference + "/mailings/" + id)
                .addObject("report", mailings.report(reference, id, viewer))
                .addObject("sent", sent != null);
    }

    private ModelAndView page(String reference, Order order, Viewer viewer, HttpStatus status) {
        var model = new HashMap<String, Object>();
        model.put("reference", reference);
        model.put("at", "/incidents/" + reference + "/mailings");
        model.put("order", order);
        model.put("plan", mailings.plan(reference, order, viewer));
        model.put("mailings", mailings.of(reference, viewer));
        model.put("audiences", Audience.values());
        model.put("outlines", outlines.all());
        model.put("languageForm", "mailing");
        model.put("errors", FieldErrors.NONE);
        return new ModelAndView("correspondence/mailings", model, status);
    }

    static Order order(MultiValueMap<String, String> fields, String text, String key) {
        return new Order(
                Arrays.stream(Audience.values())
                        .filter(one -> one.name().equals(one(fields, "audience")))
                        .findFirst()
                        .orElse(Audience.ALL),
                fields.containsKey("unverified"),
                text,
                key,
                LocaleContextHolder.getLocale().getLanguage(),
                number(one(fields, "expected")));
    }

    /** A forged number is never the right one. */
    private static int number(String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException forged) {
            return -1;
        }
    }

    static String one(MultiValueMap<String, String> fields, String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "");
    }
}
