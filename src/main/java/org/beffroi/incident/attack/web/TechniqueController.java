package org.beffroi.incident.attack.web;

import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.attack.domain.Graph;
import org.beffroi.incident.attack.domain.Techniques;
import org.beffroi.shared.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Enters what was done, takes it back, and shows what hangs together. */
@Controller
@RequestMapping("/incidents/{reference}")
class TechniqueController {
    private final Techniques techniques;
    private final Graph graph;

    TechniqueController(Techniques techniques, Graph graph) {
        this.techniques = techniques;
        this.graph = graph;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/techniques")
    ModelAndView add(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String technique,
            @RequestParam(defaultValue = "") String techniqueWords,
            Viewer viewer,
            Model model) {
        try {
            techniques.add(reference, technique, techniqueWords, viewer);
        } catch (FieldErrors.Invalid wrong) {
            model.addAttribute("errors", wrong.errors());
            model.addAttribute("technique", technique);
            model.addAttribute("techniqueWords", techniqueWords);
            draw(reference, viewer, model);
            return new ModelAndView("incident/graph", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView("redirect:/incidents/" + reference + "?done#techniques");
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/techniques/{id}/removal")
    String remove(@PathVariable String reference, @PathVariable UUID id, Viewer viewer) {
        techniques.remove(reference, id, viewer);
        return "redirect:/incidents/" + reference + "?done#techniques";
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/graph")
    String show(@PathVariable String reference, Viewer viewer, Model model) {
        model.addAttribute("errors", FieldErrors.NONE);
        draw(reference, viewer, model);
        return "incident/graph";
    }

    private void draw(String reference, Viewer viewer, Model model) {
        var drawn = graph.of(reference, viewer);
        model.addAttribute("reference", reference);
        model.addAttribute("graph", drawn);
        model.addAttribute("drawing", GraphDrawing.of(drawn));
    }
}
