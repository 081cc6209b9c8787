package org.beffroi.incident.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.CaseFiles;
import org.beffroi.incident.domain.HelpText;
import org.beffroi.incident.domain.Playbook.Party;
import org.beffroi.incident.domain.Task.Kind;
import org.beffroi.incident.domain.Tasks;
import org.beffroi.shared.FieldErrors;
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

/** The tasks of an incident: begin a playbook, take one, end one, set one. */
@Controller
@RequestMapping("/incidents/{reference}/tasks")
class TaskController {
    private final Tasks tasks;
    private final CaseFiles files;

    TaskController(Tasks tasks, CaseFiles files) {
        this.tasks = tasks;
        this.files = files;
    }

    /** For the template: the help of a task in the reader's language, block by block. */
    static final class Help {
        public java.util.List<HelpText.Block> blocks(org.beffroi.incident.domain.Playbook.Said said, Locale locale) {
            return HelpText.blocks(said.in(locale));
        }
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping
    ModelAndView show(@PathVariable String reference, Viewer viewer) {
        return page(reference, DeskForm.nothing(), viewer, HttpStatus.OK);
    }

    private ModelAndView page(String reference, DeskForm typed, Viewer viewer, HttpStatus status) {
        var incident = files.require(reference, viewer);
        return new ModelAndView("incident/tasks", new HashMap<>(), status)
                .addObject("reference", reference)
                .addObject("todo", tasks.of(incident, viewer))
                .addObject("parties", Party.values())
                .addObject("help", new Help())
                .addObject("typed", typed)
                .addObject("echo", typed.fields())
                .addObject("errors", FieldErrors.NONE);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/playbook")
    String follow(@PathVariable String reference, @RequestParam(defaultValue = "") String playbook, Viewer viewer) {
        tasks.follow(files.require(reference, viewer), playbook, viewer);
        return back(reference);
    }

    private static String back(String reference) {
        return "redirect:/incidents/" + reference + "/tasks";
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping
    ModelAndView set(@PathVariable String reference, @RequestParam MultiValueMap<String, String> sent, Viewer viewer) {
        var form = new DeskForm(sent);
        if (form.has("lang")) {
            return page(reference, form, viewer, HttpStatus.OK);
        }
        try {
            var due = form.one("due") == null ? null : form.instant("due");
            tasks.set(
                    files.require(reference, viewer),
                    form.text("task"),
                    form.<Party>choice("party", Party.values()),
                    due,
                    viewer);
            return new ModelAndView(back(reference));
        } catch (FieldErrors.Invalid wrong) {
            return page(reference, form, viewer, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("errors", wrong.errors());
        }
    }

    /** What is wrong with the reason comes back beside the task. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/{id}")
    ModelAndView step(
            @PathVariable String reference,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer) {
        var form = new DeskForm(sent);
        if (form.has("lang")) {
            return page(reference, form, viewer, HttpStatus.OK);
        }
        var incident = files.require(reference, viewer);
        var kind = form.<Kind>choice("step", Kind.values());
        try {
            if (kind == null) {
                throw Refusal.invalid("incident.error.task-step");
            }
            var text = kind == Kind.OWNED && form.has("mine") ? viewer.name() : form.text("because");
            tasks.step(incident, id, kind, text, viewer);
            return new ModelAndView(back(reference) + "#t-" + id);
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.NOT_FOUND) {
                throw refused;
            }
            var status =
                    refused.kind() == Refusal.Kind.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
            return page(reference, form, viewer, status)
                    .addObject("refusal", refused)
                    .addObject("refused", id);
        }
    }
}
