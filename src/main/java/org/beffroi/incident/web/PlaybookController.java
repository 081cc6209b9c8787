package org.beffroi.incident.web;

import java.util.HashMap;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.cacao.CacaoPlaybook;
import org.beffroi.incident.domain.Playbooks;
import org.beffroi.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which playbooks there are; the lead hands in the house's own. */
@Controller
@RequestMapping("/incidents/playbooks")
class PlaybookController {
    private final Playbooks playbooks;

    PlaybookController(Playbooks playbooks) {
        this.playbooks = playbooks;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping
    ModelAndView list() {
        return page(DeskForm.nothing(), HttpStatus.OK);
    }

    private ModelAndView page(DeskForm typed, HttpStatus status) {
        return new ModelAndView("incident/playbooks", new HashMap<>(), status)
                .addObject("playbooks", playbooks.all())
                .addObject("typed", typed)
                .addObject("echo", typed.fields());
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/{playbook}")
    ModelAndView read(@PathVariable String playbook) {
        return new ModelAndView("incident/playbook")
                .addObject("playbook", playbooks.require(playbook))
                .addObject("help", new TaskController.Help());
    }

    /** What is wrong comes back with all that was pasted. */
    @OpenTo(Role.LEAD)
    @PostMapping
    ModelAndView hand(@RequestParam MultiValueMap<String, String> sent, Viewer viewer) {
        var form = new DeskForm(sent);
        if (form.has("lang")) {
            return page(form, HttpStatus.OK);
        }
        try {
            var pasted = form.text("playbook");
            var taken = playbooks.hand(
                    pasted.startsWith("{") ? CacaoPlaybook.markdown(pasted) : pasted, form.one("french"), viewer);
            return new ModelAndView("redirect:/incidents/playbooks/" + taken.key());
        } catch (Refusal refused) {
            return page(form, HttpStatus.UNPROCESSABLE_CONTENT).addObject("refusal", refused);
        }
    }

    @OpenTo(Role.LEAD)
    @PostMapping("/{playbook}/removal")
    String remove(@PathVariable String playbook, Viewer viewer) {
        playbooks.remove(playbook, viewer);
        return "redirect:/incidents/playbooks";
    }
}
