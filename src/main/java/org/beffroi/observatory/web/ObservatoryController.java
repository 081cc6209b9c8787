package org.beffroi.observatory.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Viewer;
import org.beffroi.observatory.domain.FigureRequest;
import org.beffroi.observatory.domain.Observatory;
import org.beffroi.observatory.domain.Stage;
import org.beffroi.observatory.domain.Wish;
import org.beffroi.observatory.domain.YearFigures;
import org.beffroi.shared.World;
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

    private static final List<String> COLUMNS = List.of("incidents", "structures", "malicious", "endangered");

    /**
     * One line of the list of years.
     *
     * @param part why the year is not a whole one; null when it is
     * @param awaits the day of its release; null when all its figures are there
     */
    public record YearLine(
            int year,
            @Nullable String part,
            List<KeyFigure> figures,
            @Nullable String awaits) {}

    @GetMapping("/observatory")
    @OpenToAll
    String years(@RequestParam(required = false) @Nullable String world, Viewer viewer, Model model, Locale locale) {
        var question = FigureRequest.read(new Wish(world, null, null));
        var words = new FigureWords(texts, taxonomy, locale);
        var years = observatory.years(viewer, question);
        var numbers = years.stream().map(YearFigures::year).toList();
        model.addAttribute(
                "years", years.stream().map(year -> line(year, words)).toList());
        model.addAttribute(
                "columns",
                COLUMNS.stream().map(key -> words.text("figure." + key)).toList());
        model.addAttribute("world", WorldCard.of(question.world(), words));
        model.addAttribute(
                "worlds",
                observatory.otherWorlds().stream()
                        .map(code -> WorldCard.of(new World(code), words))
                        .toList());
        model.addAttribute("question", question);
        model.addAttribute("places", Places.of(numbers, observatory, viewer, question, words));
        return "observatory/years";
    }

    private static YearLine line(YearFigures year, FigureWords words) {
        var period = year.period();
        var part = period.part() ? words.text("part") : period.firstMonth() != null ? words.text("part.began") : null;
        if (year.stage() == Stage.RUNNING) {
            var awaits = words.text("awaits", words.date(Objects.requireNonNull(year.releaseOn())));
            return new YearLine(year.year(), part, List.of(KeyFigure.running(year, words)), awaits);
        }
        var figures = COLUMNS.stream()
                .map(key -> KeyFigure.of(year, key, words).shareOnly(year))
                .toList();
        return new YearLine(year.year(), part, figures, null);
    }
}
