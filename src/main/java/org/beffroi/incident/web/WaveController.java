package org.beffroi.incident.web;

import java.util.HashMap;
import java.util.List;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.SimilarIncident;
import org.beffroi.incident.domain.Waves;
import org.beffroi.incident.domain.Waves.Joined;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.PublicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What many structures declared of one outage joins one incident, after somebody has looked at the list. */
@Controller
@RequestMapping("/incidents/{reference}/wave")
class WaveController {
    private final Waves waves;
    private final DeskWords words;

    WaveController(Waves waves, DeskWords words) {
        this.waves = waves;
        this.words = words;
    }

    /** A candidate, and whether its box is ticked. */
    record Row(SimilarIncident one, boolean ticked) {}

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping
    ModelAndView look(@PathVariable String reference, Viewer viewer) {
        return page(reference, DeskForm.nothing(), viewer, HttpStatus.OK);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping
    ModelAndView join(@PathVariable String reference, @RequestParam MultiValueMap<String, String> sent, Viewer viewer) {
        var form = new DeskForm(sent);
        if (form.has("lang")) {
            return page(reference, form, viewer, HttpStatus.OK);
        }
        try {
            var done = waves.join(reference, form.all("declaration"), form.one("because"), viewer);
            if (done.left().isEmpty()) {
                return new ModelAndView("redirect:/incidents/" + reference + "?done");
            }
            return page(reference, form, viewer, HttpStatus.CONFLICT).addObject("became", done);
        } catch (FieldErrors.Invalid wrong) {
            return page(reference, form, viewer, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("errors", wrong.errors());
        }
    }

    private ModelAndView page(String reference, DeskForm form, Viewer viewer, HttpStatus status) {
        var found = waves.candidates(reference, viewer);
        var typed = form.has("declaration") || form.has("because");
        var rows = found.likeliest().stream()
                .map(one ->
                        new Row(one, typed ? form.all("declaration").contains(one.reference()) : Waves.isProposed(one)))
                .toList();
        var model = new HashMap<String, @Nullable Object>();
        model.put("incident", PublicReference.parse(reference).orElseThrow());
        model.put("rows", rows);
        model.put("all", found.all());
        model.put("because", form.text("because"));
        model.put("words", words);
        model.put("errors", FieldErrors.NONE);
        model.put("became", new Joined(List.of(), List.of()));
        model.put("languageForm", rows.isEmpty() ? null : "wave");
        return new ModelAndView("incident/wave", model, status);
    }
}
