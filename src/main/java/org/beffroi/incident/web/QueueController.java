package org.beffroi.incident.web;

import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.Queue;
import org.beffroi.incident.domain.QueueFilter;
import org.beffroi.incident.domain.QueueQuery;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** {@code /incidents}: who waits most urgently, and why. */
@Controller
class QueueController {
    private final Queue queue;
    private final Taxonomy taxonomy;
    private final DeskWords words;

    QueueController(Queue queue, Taxonomy taxonomy, DeskWords words) {
        this.queue = queue;
        this.taxonomy = taxonomy;
        this.words = words;
    }

    @OpenTo({Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping("/incidents")
    String show(@ModelAttribute("asked") QueueFilter asked, Viewer viewer, Model model) {
        var page = queue.page(asked.query(), viewer);
        model.addAttribute("page", page);
        model.addAttribute("views", QueueQuery.View.values());
        model.addAttribute("regions", taxonomy.vocabulary("region").terms());
        model.addAttribute("worlds", queue.worlds(viewer));
        model.addAttribute("words", words);
        return "incident/queue";
    }
}
