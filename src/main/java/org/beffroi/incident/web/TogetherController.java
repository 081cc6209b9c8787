package org.beffroi.incident.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.Together;
import org.beffroi.incident.domain.Together.Outcome;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One deed on all that was ticked in the queue. The answer says what was done, and of the rest why not. */
@Controller
class TogetherController {
    private final Together together;

    TogetherController(Together together) {
        this.together = together;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/incidents/together")
    ModelAndView act(@RequestParam MultiValueMap<String, String> sent, Viewer viewer) {
        var form = new DeskForm(sent);
        var deed = form.text("deed").toLowerCase(Locale.ROOT);
        try {
            return page(deed, act(deed, form, viewer), form, null, HttpStatus.OK);
        } catch (Refusal refused) {
            return page(deed, new Outcome(List.of(), List.of()), form, refused, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (FieldErrors.Invalid wrong) {
            var first = wrong.errors().all().getFirst();
            var refusal = Refusal.invalid(first.key(), first.arguments().toArray());
            return page(deed, new Outcome(List.of(), List.of()), form, refusal, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Outcome act(String deed, DeskForm form, Viewer viewer) {
        var ticked = form.all("incident");
        return switch (deed) {
            case "take" -> together.take(ticked, viewer);
            case "assign" -> together.assign(ticked, form.text("assignee"), viewer);
            case "close" -> together.close(ticked, form.conclusion(), viewer);
            case "tag" -> together.tag(ticked, form.text("tag"), viewer);
            case "join" -> together.join(ticked, viewer);
            default -> throw Refusal.invalid("incident.error.deed");
        };
    }

    private static ModelAndView page(
            String deed, Outcome outcome, DeskForm form, @Nullable Refusal refusal, HttpStatus status) {
        return new ModelAndView("incident/together", new HashMap<>(), status)
                .addObject("deed", deed)
                .addObject("outcome", outcome)
                .addObject("refusal", refusal)
                .addObject("back", form.text("back").replaceAll("[^A-Za-z0-9=&%+._-]", ""));
    }
}
