package org.beffroi.incident.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.beffroi.access.Access;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.Queue;
import org.beffroi.incident.domain.QueueFilter;
import org.beffroi.incident.domain.QueueQuery;
import org.beffroi.incident.domain.SavedViews;
import org.beffroi.incident.rota.domain.Watch;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** {@code /incidents}: who waits most urgently, and why. */
@Controller
class QueueController {
    private final Queue queue;
    private final Taxonomy taxonomy;
    private final DeskWords words;
    private final SavedViews saved;
    private final Access access;
    private final Watch watch;

    QueueController(Queue queue, Taxonomy taxonomy, DeskWords words, SavedViews saved, Access access, Watch watch) {
        this.watch = watch;
        this.saved = saved;
        this.access = access;
        this.queue = queue;
        this.taxonomy = taxonomy;
        this.words = words;
    }

    @OpenTo({Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping("/incidents")
    String show(@ModelAttribute("asked") QueueFilter asked, Viewer viewer, Model model) {
        // Before it is read: what comes between is told of, not lost.
        model.addAttribute("drawn", queue.now(viewer));
        var page = queue.page(asked.query(), viewer);
        model.addAttribute("page", page);
        if (page.query().world().isRehearsal()) {
            model.addAttribute("rehearsal", page.query().world());
        }
        model.addAttribute("views", QueueQuery.View.values());
        model.addAttribute("regions", taxonomy.vocabulary("region").terms());
        model.addAttribute("worlds", queue.worlds(viewer));
        model.addAttribute("words", words);
        model.addAttribute("saved", saved.of(viewer));
        model.addAttribute("watch", watch.of(page.query().world(), viewer));
        model.addAttribute("colleagues", viewer.atTheDesk() ? access.desk() : List.of());
        return "incident/queue";
    }

    /** For the page's own script: what has changed since it was drawn. */
    @OpenTo({Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping("/incidents/changes")
    @ResponseBody
    Queue.Changes changes(@ModelAttribute("asked") QueueFilter asked, @RequestParam Instant since, Viewer viewer) {
        return queue.changes(asked.query(), since, viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/incidents/views")
    String keep(
            @ModelAttribute("asked") QueueFilter asked,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean shared,
            Viewer viewer) {
        return "redirect:/incidents?"
                + saved.keep(name, shared, asked.query(), viewer).address();
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/incidents/views/{id}/removal")
    String remove(@PathVariable UUID id, Viewer viewer) {
        saved.remove(id, viewer);
        return "redirect:/incidents";
    }
}
