package org.beffroi.coordination.web;

import java.time.Clock;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.coordination.domain.StillDue;
import org.beffroi.coordination.domain.StillDue.Whose;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is still to be told, of whatever incident. */
@Controller
class OverviewController {
    private static final int LAST = 1000;

    private final StillDue due;
    private final Clock clock;

    OverviewController(StillDue due, Clock clock) {
        this.due = due;
        this.clock = clock;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/obligations")
    String open(
            @RequestParam(defaultValue = "DESK") Whose whose,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            Model model) {
        var now = clock.instant();
        var shown = due.page(whose, Math.clamp(page, 1, LAST), viewer);
        model.addAttribute("shown", shown);
        model.addAttribute("most", StillDue.MOST);
        model.addAttribute(
                "declarations",
                shown.declarations().stream()
                        .map(duties ->
                                duties.stream().map(duty -> Row.of(duty, now)).toList())
                        .toList());
        return "coordination/overview";
    }
}
