package org.beffroi.search.web;

import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.search.domain.Search;
import org.beffroi.search.domain.SearchFilter;
import org.beffroi.search.domain.SearchQuery;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** {@code /search}: incidents by whatever was written. */
@Controller
class SearchController {
    private final Search search;
    private final Taxonomy taxonomy;

    SearchController(Search search, Taxonomy taxonomy) {
        this.search = search;
        this.taxonomy = taxonomy;
    }

    @OpenTo({Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping("/search")
    String show(@ModelAttribute("asked") SearchFilter asked, Viewer viewer, Model model) {
        var found = search.find(asked.query(), viewer);
        model.addAttribute("found", found);
        if (found.query().world().isRehearsal()) {
            model.addAttribute("rehearsal", found.query().world());
        }
        model.addAttribute("choices", search.choices(viewer));
        model.addAttribute("spans", SearchQuery.Since.values());
        model.addAttribute("regions", taxonomy.vocabulary("region").terms());
        model.addAttribute("worlds", search.worlds(viewer));
        return "search/search";
    }
}
