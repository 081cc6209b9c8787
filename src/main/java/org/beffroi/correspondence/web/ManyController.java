package org.beffroi.correspondence.web;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Audience;
import org.beffroi.correspondence.domain.Mailing.Order;
import org.beffroi.correspondence.domain.Mailings;
import org.beffroi.correspondence.domain.Outlines;
import org.beffroi.incident.QueuedIncidents;
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

/** One message to the structures of all incidents that were ticked in the queue. Nothing is sent before it was looked at and confirmed. */
@Controller
@RequestMapping("/messages/many")
class ManyController {
    private final Mailings mailings;
    private final Outlines outlines;
    private final QueuedIncidents queue;

    ManyController(Mailings mailings, Outlines outlines, QueuedIncidents queue) {
        this.queue = queue;
        this.mailings = mailings;
        this.outlines = outlines;
    }

    /** The queue leads here, and the page to itself: each time with all incidents, for hundreds of them do not fit into an address. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping
    ModelAndView write(@RequestParam MultiValueMap<String, String> typed, Viewer viewer) {
        var incidents = incidents(typed, viewer);
        var order = order(typed);
        if (!typed.containsKey("send")) {
            return page(incidents, order, typed, viewer, HttpStatus.OK);
        }
        try {
            if (MailingController.one(typed, "confirmed").isEmpty()) {
                FieldErrors.NONE
                        .and("confirmed", "correspondence.error.confirm-many")
                        .throwIfAny();
            }
            return new ModelAndView("redirect:/messages/many/" + mailings.send(incidents, order, viewer) + "?sent");
        } catch (FieldErrors.Invalid wrong) {
            return page(incidents, order, typed, viewer, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("errors", wrong.errors());
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.NOT_FOUND) {
                throw refused;
            }
            return page(incidents, order, typed, viewer, HttpStatus.CONFLICT).addObject("refusal", refused);
        }
    }

    /** Those ticked; or, once, all that the view holds, which are then those of the page. */
    private List<String> incidents(MultiValueMap<String, String> typed, Viewer viewer) {
        return typed.containsKey("all")
                ? queue.references(MailingController.one(typed, "back"), Mailings.MOST, viewer)
                : Objects.requireNonNullElse(typed.get("incident"), List.<String>of());
    }

    /** An outline fills the box only where it was asked for: what somebody wrote is theirs. */
    private Order order(MultiValueMap<String, String> typed) {
        var key = MailingController.one(typed, "key");
        var text = typed.containsKey("begin")
                ? outlines.find(MailingController.one(typed, "outline"))
                        .map(outline -> outline.raw(LocaleContextHolder.getLocale()))
                        .orElse("")
                : MailingController.one(typed, "text");
        return MailingController.order(
                typed, text, key.isEmpty() ? UUID.randomUUID().toString() : key);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/{id}")
    ModelAndView report(@PathVariable UUID id, @RequestParam(required = false) @Nullable String sent, Viewer viewer) {
        return new ModelAndView("correspondence/mailing")
                .addObject("at", "/messages/many/" + id)
                .addObject("report", mailings.report(id, viewer))
                .addObject("sent", sent != null);
    }

    private ModelAndView page(
            List<String> incidents,
            Order order,
            MultiValueMap<String, String> typed,
            Viewer viewer,
            HttpStatus status) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("errors", FieldErrors.NONE);
        model.put("incidents", incidents);
        model.put("order", order);
        model.put("audiences", Audience.values());
        model.put("outlines", outlines.all());
        model.put("outline", MailingController.one(typed, "outline"));
        model.put("back", MailingController.one(typed, "back").replaceAll("[^A-Za-z0-9=&%+._-]", ""));
        model.put("languageForm", "mailing");
        try {
            var planned = mailings.plan(incidents, order, viewer);
            model.put("plan", planned.plan());
            model.put("whom", planned.whom());
            return new ModelAndView("correspondence/many", model, status);
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.INVALID) {
                throw refused;
            }
            model.put("refusal", refused);
            model.put("plan", null);
            model.put("languageForm", null);
            return new ModelAndView("correspondence/many", model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
