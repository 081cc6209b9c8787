package org.beffroi.observatory.web;

import java.util.Locale;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Viewer;
import org.beffroi.observatory.domain.FigureRequest;
import org.beffroi.observatory.domain.Observatory;
import org.beffroi.observatory.domain.Wish;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One year on one page. */
@Controller
class YearController {
    private final Observatory observatory;
    private final MessageSource texts;
    private final Taxonomy taxonomy;

    YearController(Observatory observatory, MessageSource texts, Taxonomy taxonomy) {
        this.observatory = observatory;
        this.texts = texts;
        this.taxonomy = taxonomy;
    }

    @GetMapping("/observatory/{year}")
    @OpenToAll
    String year(@PathVariable String year, Wish wish, Viewer viewer, Model model, Locale locale) {
        var question = FigureRequest.read(wish);
        var one = observatory.oneYear(viewer, question, FigureRequest.year(year));
        var words = new FigureWords(texts, taxonomy, locale);
        model.addAttribute("page", YearPage.of(one.figures(), question, words));
        model.addAttribute("places", Places.of(one.years(), observatory, viewer, question, words));
        model.addAttribute("question", question);
        return "observatory/year";
    }
}
