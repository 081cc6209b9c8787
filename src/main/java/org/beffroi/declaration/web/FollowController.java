package org.beffroi.declaration.web;

import java.util.Optional;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Viewer;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A guest's receipt and follow-up, by the secret link. */
@Controller
class FollowController {
    private final DeclarationDesk desk;
    private final DeclarationForm form;
    private final FormPage page;
    private final Optional<Treatment> treatment;
    private final DeclarationPanels panels;

    FollowController(
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

    /** From the home page: the link as it was pasted, or a reference, which those with an account can open. */
    @OpenToAll
    @GetMapping("/follow")
    String find(@RequestParam(name = "q", defaultValue = "") String typed, Viewer viewer, Model model) {
        var link = typed.strip().replaceFirst("^.*/follow/", "").replaceFirst("[?#].*$", "");
        if (link.matches("[A-Za-z0-9_-]{43}")) {
            return "redirect:/follow/" + link;
        }
        var reference = PublicReference.parse(typed);
        if (reference.isPresent() && viewer.signedIn()) {
            return "redirect:/declarations/" + reference.get();
        }
        model.addAttribute("typed", typed);
        model.addAttribute("reference", reference.isPresent());
        return "declaration/follow-find";
    }

    @OpenToAll
    @GetMapping("/follow/{token}")
    String follow(@PathVariable String token, @RequestParam(required = false) Optional<String> received, Model model) {
        var sheet = desk.followed(token);
        show(model, sheet, received.isPresent());
        model.addAttribute("here", "/follow/" + token);
        var link = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQuery(null)
                .toUriString();
        model.addAttribute("link", link);
        model.addAttribute("qr", QrCode.of(link));
        return "declaration/follow";
    }

    private void show(Model model, Sheet sheet, boolean received) {
        model.addAttribute("declaration", sheet);
        model.addAttribute("received", received);
        model.addAttribute("panels", panels.of(sheet, Viewer.guest()));
        model.addAttribute("aloud", Aloud.said(sheet.reference()));
        model.addAttribute(
                "progress",
                treatment.flatMap(known -> known.of(sheet.declaration())).orElse(null));
    }

    @OpenToAll
    @GetMapping("/follow/{token}/versions")
    String add(@PathVariable String token, Model model) {
        var sheet = desk.followed(token);
        page.show(model, page.filled(sheet), FieldErrors.NONE, Viewer.guest());
        return amendPage(model, sheet, token);
    }

    @OpenToAll
    @PostMapping("/follow/{token}/versions")
    ModelAndView addVersion(
            @PathVariable String token, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        var sheet = desk.followed(token);
        var sent = page.keepTimes(page.sent(parameters), sheet.answers());
        var errors = FormPage.errors(parameters, () -> form.check(sent.answers(), page.doubt(sent)));
        if (FormPage.onlyOtherLanguage(parameters) || !errors.isEmpty()) {
            page.show(model, sent, errors, Viewer.guest());
            return new ModelAndView(amendPage(model, sheet, token), model.asMap(), FormPage.status(errors));
        }
        try {
            desk.amendByLink(token, sent.answers(), sent.basedOn());
        } catch (FieldErrors.Invalid | Refusal refused) {
            page.showRefused(model, sent, refused, sheet, Viewer.guest());
            return new ModelAndView(amendPage(model, sheet, token), model.asMap(), HttpStatus.CONFLICT);
        }
        return new ModelAndView("redirect:/follow/" + token + "?added");
    }

    private static String amendPage(Model model, Sheet sheet, String token) {
        model.addAttribute("declaration", sheet);
        model.addAttribute("here", "/follow/" + token);
        return "declaration/amend";
    }
}
