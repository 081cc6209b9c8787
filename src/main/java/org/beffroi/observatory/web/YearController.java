package org.beffroi.observatory.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Viewer;
import org.beffroi.observatory.domain.FigureRequest;
import org.beffroi.observatory.domain.Observatory;
import org.beffroi.observatory.domain.Wish;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Paris;
import org.beffroi.shared.Refusal;
import org.beffroi.taxonomy.Taxonomy;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One year on one page. */
@Controller
class YearController {
    /** Said beside the field, over the figures as they are known now. */
    private static final String WRONG_DAY = "observatory\\.error\\.(day|future-day|not-begun)";

    private final Observatory observatory;
    private final MessageSource texts;
    private final Taxonomy taxonomy;
    private final Clock clock;

    YearController(Observatory observatory, MessageSource texts, Taxonomy taxonomy, Clock clock) {
        this.observatory = observatory;
        this.texts = texts;
        this.taxonomy = taxonomy;
        this.clock = clock;
    }

    @GetMapping("/observatory/{year}")
    @OpenToAll
    ModelAndView year(@PathVariable String year, Wish wish, Viewer viewer, Model model, Locale locale) {
        var number = FigureRequest.year(year);
        try {
            show(FigureRequest.read(wish), number, viewer, model, locale);
        } catch (Refusal wrong) {
            if (!wrong.key().matches(WRONG_DAY)) {
                throw wrong;
            }
            show(FigureRequest.read(new Wish(wish.world(), null, wish.region())), number, viewer, model, locale);
            var errors = FieldErrors.NONE.and(
                    "asKnownAt", wrong.key(), wrong.arguments().toArray());
            model.addAttribute("errors", errors).addAttribute("typedDay", wish.asKnownAt());
            return new ModelAndView("observatory/year", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView("observatory/year", model.asMap());
    }

    private void show(FigureRequest question, int year, Viewer viewer, Model model, Locale locale) {
        var one = observatory.oneYear(viewer, question, year);
        var words = new FigureWords(texts, taxonomy, locale);
        model.addAttribute("page", YearPage.of(one.figures(), question, words));
        model.addAttribute("places", Places.of(one.years(), observatory, viewer, question, words));
        model.addAttribute("question", question);
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), Paris.ZONE));
    }
}
