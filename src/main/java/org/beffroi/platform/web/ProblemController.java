package org.beffroi.platform.web;

import java.util.Arrays;
import java.util.Locale;
import org.beffroi.access.OpenToAll;
import org.beffroi.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a problem's {@code type} is the address of: its words, for whoever follows it. */
@Controller
class ProblemController {
    private final MessageSource texts;
    private final Desk desk;

    ProblemController(MessageSource texts, Desk desk) {
        this.texts = texts;
        this.desk = desk;
    }

    @OpenToAll
    @GetMapping("/problems/{problem}")
    String show(@PathVariable String problem, Locale locale, Model model) {
        var type = Arrays.stream(Problem.values())
                .filter(one -> one.slug().equals(problem))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("platform.refusal.NOT_FOUND.why"));
        model.addAttribute("problem", type.say(type.detail(texts, desk, locale), texts, locale));
        return "platform/problem";
    }
}
