package org.beffroi.declaration.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Sheet;
import org.beffroi.declaration.Submission;
import org.beffroi.declaration.domain.DeclarationDesk;
import org.beffroi.declaration.domain.DeclarationForm;
import org.beffroi.declaration.domain.Foreseen;
import org.beffroi.declaration.domain.MustDeclare;
import org.beffroi.declaration.domain.Rehearsals;
import org.beffroi.declaration.domain.Transcriptions;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Paris;
import org.beffroi.shared.PublicReference;
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
    private final DeclarationDesk desk;
    private final DeclarationForm form;
    private final FormPage page;
    private final Transcriptions transcriptions;
    private final Foreseen foreseen;
    private final Rehearsals rehearsals;

    DeclareController(
            DeclarationDesk desk,
            DeclarationForm form,
            FormPage page,
            Transcriptions transcriptions,
            Foreseen foreseen,
            Rehearsals rehearsals) {
        this.rehearsals = rehearsals;
        this.foreseen = foreseen;
        this.desk = desk;
        this.form = form;
        this.page = page;
        this.transcriptions = transcriptions;
    }

    @OpenToAll
    @GetMapping("/declarer")
    String french() {
        return "redirect:/declare?lang=fr";
    }

    @OpenToAll
    @GetMapping("/declare")
    String blank(@RequestParam Map<String, String> typed, Model model, Viewer viewer) {
        rehearsed(typed.getOrDefault("rehearsal", ""), model);
        var said = MustDeclare.read(typed).answers();
        var begun = earlier(typed.getOrDefault("from", ""), viewer)
                .map(sheet -> page.from(sheet, viewer))
                .orElseGet(() -> page.blank(viewer));
        if (viewer.atTheDesk()) {
            var mail = identifier(typed.getOrDefault("mail", ""));
            var told = mail.flatMap(known -> transcriptions.begun(known, viewer));
            begun = told.map(MailForm::begun).orElse(begun);
            model.addAttribute(
                    "told",
                    told.map(by -> new Transcriptions.Told(
                                    "EMAIL", MailForm.local(by.sentAt()), Paris.ZONE.getId(), "", mail.orElseThrow()))
                            .orElseGet(() -> new Transcriptions.Told(
                                    "TELEPHONE", page.now(Paris.ZONE), Paris.ZONE.getId(), "")));
        }
        page.show(model, begun.and(said), FieldErrors.NONE, viewer);
        page.freshKey(model);
        return "declaration/declare";
    }

    private static Optional<UUID> identifier(String typed) {
        return typed.matches("[0-9a-fA-F-]{36}") ? Optional.of(UUID.fromString(typed)) : Optional.empty();
    }

    /** Marks the page where it is a rehearsal's; a rehearsal that is over says so, and is never taken for the night itself. */
    private World rehearsed(String code, Model model) {
        if (code.isBlank()) {
            return World.NATIONAL;
        }
        var rehearsal = rehearsals.going(code);
        model.addAttribute("rehearsal", rehearsal);
        return rehearsal.world();
    }

    /** One of theirs, to begin from; any other number begins an empty form. */
    private Optional<Sheet> earlier(String typed, Viewer viewer) {
        return viewer.is(Role.DECLARANT)
                ? PublicReference.parse(typed)
                        .flatMap(reference -> desk.find(reference, viewer))
                        .flatMap(declaration -> desk.sheet(declaration, viewer))
                : Optional.empty();
    }

    /** On paper: the same questions, in the same order, under the same numbers as the desk asks them on the telephone. */
    @OpenToAll
    @GetMapping("/declare/blank")
    String paper(Model model) {
        page.showBlank(model);
        return "declaration/blank";
    }

    /** What the typed name may mean, as choices to put under the field. */
    @OpenToAll
    @GetMapping("/declare/structures")
    String suggestions(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("typed", q);
        model.addAttribute("found", form.proposed(q));
        return "declaration/structure :: suggestions";
    }

    @OpenToAll
    @PostMapping("/declare")
    ModelAndView submit(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        var sent = page.sent(parameters);
        var key = one(parameters, "key");
        var told = told(parameters, viewer);
        var world = rehearsed(one(parameters, "rehearsal"), model);
        model.addAttribute("told", told.orElse(null));
        if (parameters.containsKey("look")) {
            model.addAttribute("foreseen", foreseen.of(sent.answers(), world));
            return again(sent, FieldErrors.NONE, key, viewer, model);
        }
        var errors = FormPage.errors(
                parameters,
                () -> told.map(how -> transcriptions.check(how, sent.answers(), page.doubt(sent)))
                        .orElseGet(() -> form.check(sent.answers(), page.doubt(sent))));
        if (FormPage.onlyOtherLanguage(parameters) || !errors.isEmpty()) {
            return again(sent, errors, key, viewer, model);
        }
        try {
            return received(told.map(how -> transcriptions.take(how, sent.answers(), key, world, viewer))
                    .orElseGet(() -> desk.submit(
                            Submission.now(sent.answers(), "WEB", key).in(world), one(parameters, "sentAt"), viewer)));
        } catch (Refusal used) {
            if (used.kind() != Refusal.Kind.CONFLICT) {
                throw used;
            }
            var twice = FieldErrors.NONE.and(
                    "structure", used.key(), used.arguments().toArray());
            return again(sent, twice, UUID.randomUUID().toString(), viewer, model);
        }
    }

    /** What was told to the desk by telephone, by mail or on paper is written down here by the desk, for them; by nobody else. */
    private static Optional<Transcriptions.Told> told(MultiValueMap<String, String> parameters, Viewer viewer) {
        return viewer.atTheDesk()
                ? Optional.of(new Transcriptions.Told(
                        one(parameters, "channel"),
                        one(parameters, "saidAt"),
                        one(parameters, "saidZone"),
                        one(parameters, "saidWhy"),
                        identifier(one(parameters, "mail")).orElse(null)))
                : Optional.empty();
    }

    private static String one(MultiValueMap<String, String> parameters, String name) {
        return parameters.getOrDefault(name, List.of("")).getFirst();
    }

    private ModelAndView again(FormPage.Sent sent, FieldErrors errors, String key, Viewer viewer, Model model) {
        page.show(model, sent, errors, viewer);
        model.addAttribute("key", key);
        return new ModelAndView("declaration/declare", model.asMap(), FormPage.status(errors));
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
