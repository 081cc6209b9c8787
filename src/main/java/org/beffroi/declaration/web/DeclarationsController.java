package org.beffroi.declaration.web;

import java.util.Map;
import java.util.Optional;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.DeclarationVerified.How;
import org.beffroi.declaration.Sheet;
import org.beffroi.declaration.Treatment;
import org.beffroi.declaration.domain.DeclarationDesk;
import org.beffroi.declaration.domain.DeclarationForm;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What somebody with an account declared, or may see. */
@Controller
class DeclarationsController {
    private static final int PAGE = 25;

    private final DeclarationDesk desk;
    private final DeclarationForm form;
    private final FormPage page;
    private final Optional<Treatment> treatment;
    private final DeclarationPanels panels;

    DeclarationsController(
            DeclarationDesk desk,
            DeclarationForm form,
            FormPage page,
            Optional<Treatment> treatment,
            DeclarationPanels panels) {
        this.desk = desk;
        this.form = form;
        this.page = page;
        this.treatment = treatment;
        this.panels = panels;
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping("/declarations")
    String list(@RequestParam(defaultValue = "1") int page, Viewer viewer, Model model) {
        var total = desk.count(viewer);
        var last = Math.max(1, (total + PAGE - 1) / PAGE);
        var shown = Math.toIntExact(Math.clamp(page, 1, last));
        var from = (shown - 1) * PAGE;
        var sheets = desk.latest(viewer, PAGE, from);
        model.addAttribute("sheets", sheets);
        model.addAttribute(
                "stages",
                treatment
                        .map(known -> known.stages(
                                sheets.stream().map(Sheet::declaration).toList()))
                        .orElse(Map.of()));
        model.addAttribute("from", from + 1);
        model.addAttribute("to", Math.min(total, from + PAGE));
        model.addAttribute("total", total);
        model.addAttribute("previous", shown > 1 ? "/declarations?page=" + (shown - 1) : null);
        model.addAttribute("next", shown < last ? "/declarations?page=" + (shown + 1) : null);
        return "declaration/list";
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping("/declarations/{reference}")
    String one(
            @PathVariable String reference,
            @RequestParam(required = false) Optional<String> received,
            Viewer viewer,
            Model model) {
        var sheet = find(reference, viewer);
        model.addAttribute("declaration", sheet);
        model.addAttribute("received", received.isPresent());
        model.addAttribute("panels", panels.of(sheet, viewer));
        model.addAttribute("aloud", Aloud.said(sheet.reference()));
        model.addAttribute("mayConfirm", DeclarationDesk.speaksFor(sheet.structure(), viewer));
        model.addAttribute(
                "progress",
                treatment.flatMap(known -> known.of(sheet.declaration())).orElse(null));
        model.addAttribute("here", "/declarations/" + sheet.reference());
        return "declaration/follow";
    }

    @OpenTo(Role.DECLARANT)
    @GetMapping("/declarations/{reference}/versions")
    String add(@PathVariable String reference, Viewer viewer, Model model) {
        var sheet = find(reference, viewer);
        page.show(model, page.filled(sheet), FieldErrors.NONE, viewer);
        return amendPage(model, sheet);
    }

    @OpenTo(Role.DECLARANT)
    @PostMapping("/declarations/{reference}/versions")
    ModelAndView addVersion(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> parameters,
            Viewer viewer,
            Model model) {
        var sheet = find(reference, viewer);
        var sent = page.keepTimes(page.sent(parameters), sheet.answers());
        var errors = FormPage.errors(parameters, () -> form.check(sent.answers(), page.doubt(sent)));
        if (FormPage.onlyOtherLanguage(parameters) || !errors.isEmpty()) {
            page.show(model, sent, errors, viewer);
            return new ModelAndView(amendPage(model, sheet), model.asMap(), FormPage.status(errors));
        }
        try {
            desk.amend(sheet.declaration(), sent.answers(), sent.basedOn(), viewer);
        } catch (FieldErrors.Invalid | Refusal refused) {
            page.showRefused(model, sent, refused, sheet, viewer);
            return new ModelAndView(amendPage(model, sheet), model.asMap(), HttpStatus.CONFLICT);
        }
        return new ModelAndView("redirect:/declarations/" + sheet.reference() + "?added");
    }

    /** The desk has called back, or the structure's own account confirms. */
    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @PostMapping("/declarations/{reference}/verification")
    String verify(@PathVariable String reference, @RequestParam(defaultValue = "") String finess, Viewer viewer) {
        var sheet = find(reference, viewer);
        desk.verify(sheet.declaration(), viewer.atTheDesk() ? How.CALLED_BACK : How.CONFIRMED, finess, viewer);
        return "redirect:"
                + (viewer.atTheDesk()
                        ? "/incidents/" + sheet.reference() + "?done"
                        : "/declarations/" + sheet.reference());
    }

    private static String amendPage(Model model, Sheet sheet) {
        model.addAttribute("declaration", sheet);
        model.addAttribute("here", "/declarations/" + sheet.reference());
        return "declaration/amend";
    }

    private Sheet find(String typed, Viewer viewer) {
        return PublicReference.parse(typed)
                .map(reference -> desk.open(reference, viewer))
                .orElseThrow(() -> Refusal.notFound("declaration.error.not-found"));
    }
}
