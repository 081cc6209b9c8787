package org.beffroi.declaration.web;

import java.util.List;
import java.util.UUID;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Submission;
import org.beffroi.declaration.domain.DeclarationDesk;
import org.beffroi.declaration.domain.DeclarationForm;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.beffroi.shared.World;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** {@code /declare}: one page, three minutes, read aloud on the telephone. */
@Controller
class DeclareController {
    private static final List<String> TOLD = List.of("TELEPHONE", "EMAIL", "PAPER");

    private final DeclarationDesk desk;
    private final DeclarationForm form;
    private final FormPage page;

    DeclareController(DeclarationDesk desk, DeclarationForm form, FormPage page) {
        this.desk = desk;
        this.form = form;
        this.page = page;
    }

    @OpenToAll
    @GetMapping("/declarer")
    String french() {
        return "redirect:/declare?lang=fr";
    }

    @OpenToAll
    @GetMapping("/declare")
    String blank(Model model, Viewer viewer) {
        page.show(model, page.blank(viewer), FieldErrors.NONE, viewer);
        page.freshKey(model);
        return "declaration/declare";
    }

    /** What the typed name may mean, as choices to put under the field. */
    @OpenToAll
    @GetMapping("/declare/structures")
    String suggestions(@RequestParam(defaultValue = "") String q, Model model) {
        var typed = q.length() > 100 ? q.substring(0, 100) : q;
        model.addAttribute("typed", typed);
        model.addAttribute("found", typed.strip().length() < 2 ? List.of() : page.search(typed));
        return "declaration/structure :: suggestions";
    }

    @OpenToAll
    @PostMapping("/declare")
    ModelAndView submit(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        var sent = page.sent(parameters);
        var key = parameters.getOrDefault("key", List.of("")).getFirst();
        var errors = form.check(sent.answers(), page.doubt(sent));
        if (!errors.isEmpty()) {
            return again(sent, errors, key, viewer, model);
        }
        try {
            return received(desk.submit(submission(sent, parameters, key, viewer), viewer));
        } catch (Refusal used) {
            if (used.kind() != Refusal.Kind.CONFLICT) {
                throw used;
            }
            var twice = FieldErrors.NONE.and(
                    "structure", used.key(), used.arguments().toArray());
            return again(sent, twice, UUID.randomUUID().toString(), viewer, model);
        }
    }

    /** What was told to the desk by telephone, by mail or on paper is written down here by the desk, for them. */
    private static Submission submission(
            FormPage.Sent sent, MultiValueMap<String, String> parameters, String key, Viewer viewer) {
        var channel = String.valueOf(parameters.getFirst("channel"));
        return viewer.atTheDesk() && TOLD.contains(channel)
                ? new Submission(sent.answers(), channel, World.NATIONAL, null, key, null)
                : Submission.now(sent.answers(), "WEB", key);
    }

    private ModelAndView again(FormPage.Sent sent, FieldErrors errors, String key, Viewer viewer, Model model) {
        page.show(model, sent, errors, viewer);
        model.addAttribute("key", key);
        return new ModelAndView("declaration/declare", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView received(Receipt receipt) {
        var page = receipt.followToken() == null
                ? "/declarations/" + receipt.reference()
                : "/follow/" + receipt.followToken();
        var redirect = new RedirectView(page + "?received", true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
