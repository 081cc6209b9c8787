package org.beffroi.declaration.web;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.beffroi.access.OpenToAll;
import org.beffroi.declaration.domain.MustDeclare;
import org.beffroi.declaration.domain.MustDeclare.Question;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** «Must I declare?»: five questions, the answer, and the way on. Nothing is kept. */
@Controller
class MustDeclareController {
    @OpenToAll
    @GetMapping("/declarer/dois-je")
    String french() {
        return "redirect:/declare/must?lang=fr";
    }

    @OpenToAll
    @GetMapping("/declare/must")
    String must(@RequestParam Map<String, String> typed, Model model) {
        var asked = MustDeclare.read(typed);
        model.addAttribute("asked", asked);
        model.addAttribute("questions", Question.values());
        model.addAttribute("answered", !asked.said().isEmpty());
        model.addAttribute("onward", onward(asked));
        return "declaration/must";
    }

    /** Where the form takes up what was said here. */
    private static String onward(MustDeclare asked) {
        return asked.said().isEmpty()
                ? "/declare"
                : Arrays.stream(Question.values())
                        .filter(question -> asked.said().containsKey(question))
                        .map(question -> MustDeclare.name(question) + "=" + asked.to(question))
                        .collect(Collectors.joining("&", "/declare?must&", ""));
    }
}
