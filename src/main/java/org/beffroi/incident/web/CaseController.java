package org.beffroi.incident.web;

import java.util.function.BiConsumer;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.CaseFile;
import org.beffroi.incident.domain.CaseFiles;
import org.beffroi.incident.domain.IncidentDesk;
import org.beffroi.incident.domain.IncidentDesk.Hand;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One incident: read it, and do the next thing. Each deed is posted and leads back; what was typed wrong comes back with the reason. */
@Controller
@RequestMapping("/incidents/{reference}")
class CaseController {
    private final CasePage page;
    private final CaseFiles files;
    private final IncidentDesk desk;

    CaseController(CasePage page, CaseFiles files, IncidentDesk desk) {
        this.page = page;
        this.files = files;
        this.desk = desk;
    }

    @OpenTo({Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping
    String read(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String done,
            Viewer viewer,
            Model model) {
        var file = page.open(reference, viewer);
        if (file.moved()) {
            return "redirect:/incidents/" + file.reference();
        }
        model.addAttribute("done", done);
        return page.show(file, Typed.nothing(), FieldErrors.NONE, null, viewer, model);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/assignment")
    ModelAndView assign(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            Model model) {
        return act(reference, new Typed(sent), viewer, model, (hand, typed) -> {
            if (typed.has("assignee")) {
                desk.assign(hand, typed.text("assignee"));
            } else {
                desk.take(hand);
            }
        });
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/triage")
    ModelAndView triage(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            Model model) {
        return act(reference, new Typed(sent), viewer, model, (hand, typed) -> desk.triage(hand, typed.assessment()));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/notes")
    ModelAndView note(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            Model model) {
        return act(
                reference,
                new Typed(sent),
                viewer,
                model,
                (hand, typed) -> desk.note(hand.incident(), typed.text("text"), viewer));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/resolution")
    ModelAndView resolve(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            Model model) {
        return act(
                reference,
                new Typed(sent),
                viewer,
                model,
                (hand, typed) -> desk.resolve(hand, typed.instant("resolvedAt")));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/closure")
    ModelAndView close(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            Model model) {
        return act(reference, new Typed(sent), viewer, model, (hand, typed) -> desk.close(hand, typed.conclusion()));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/reopening")
    ModelAndView reopen(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            Model model) {
        return act(reference, new Typed(sent), viewer, model, (hand, typed) -> desk.reopen(hand, typed.text("reason")));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/declarations")
    ModelAndView join(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            Model model) {
        return act(
                reference,
                new Typed(sent),
                viewer,
                model,
                (hand, typed) -> desk.join(hand, files.declaration(typed.text("declaration"), viewer)));
    }

    private ModelAndView act(String reference, Typed typed, Viewer viewer, Model model, BiConsumer<Hand, Typed> deed) {
        var id = files.require(reference, viewer);
        try {
            deed.accept(new Hand(id, typed.version(), viewer), typed);
        } catch (FieldErrors.Invalid wrong) {
            return again(reference, typed, wrong.errors(), null, viewer, model);
        } catch (Refusal refused) {
            return again(reference, typed, FieldErrors.NONE, refused, viewer, model);
        }
        return new ModelAndView("redirect:/incidents/" + reference + "?done");
    }

    private ModelAndView again(
            String reference, Typed typed, FieldErrors errors, @Nullable Refusal refusal, Viewer viewer, Model model) {
        CaseFile file = page.open(reference, viewer);
        return new ModelAndView(
                page.show(file, typed, errors, refusal, viewer, model),
                model.asMap(),
                refusal == null ? HttpStatus.UNPROCESSABLE_CONTENT : status(refusal));
    }

    private static HttpStatus status(Refusal refusal) {
        return switch (refusal.kind()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
