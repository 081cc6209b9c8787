package org.beffroi.observatory.web;

import java.util.List;
import java.util.Locale;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Viewer;
import org.beffroi.observatory.domain.Observatory;
import org.beffroi.observatory.domain.Question;
import org.beffroi.observatory.domain.Wish;
import org.beffroi.observatory.domain.YearFigures;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The years there are, and the collections. */
@Controller
class ObservatoryController {
    private final Observatory observatory;
    private final MessageSource texts;
    private final Taxonomy taxonomy;

    ObservatoryController(Observatory observatory, MessageSource texts, Taxonomy taxonomy) {
        this.observatory = observatory;
        this.texts = texts;
        this.taxonomy = taxonomy;
    }

    /** One line of the list of years. */
    public record YearLine(int year, boolean part, List<KeyFigure> figures) {}

    @GetMapping("/observatory")
    @OpenToAll
    String years(@RequestParam(required = false) @Nullable String world, Viewer viewer, Model model, Locale locale) {
        var question = Question.read(new Wish(world, null, null));
        var words = new Words(texts, taxonomy, locale);
        var years = observatory.years(viewer, question);
        var numbers = years.stream().map(YearFigures::year).toList();
        model.addAttribute(
                "years", years.stream().map(year -> line(year, words)).toList());
        model.addAttribute("worlds", observatory.otherWorlds());
        model.addAttribute("question", question);
        model.addAttribute("places", Places.of(numbers, observatory, viewer, question, words));
        return "observatory/years";
    }

    private static YearLine line(YearFigures year, Words words) {
        var figures = List.of("incidents", "structures", "malicious", "endangered").stream()
                .map(key -> KeyFigure.of(year, key, words))
                .toList();
        return new YearLine(year.year(), year.period().part(), figures);
    }
}
