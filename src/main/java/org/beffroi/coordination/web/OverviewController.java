package org.beffroi.coordination.web;

import java.time.Clock;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.coordination.domain.ObligationDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who is still to be told, of whatever incident: what is due first, first. */
@Controller
class OverviewController {
    private final ObligationDesk desk;
    private final Clock clock;

    OverviewController(ObligationDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/obligations")
    String open(Viewer viewer, Model model) {
        var now = clock.instant();
        var rows = desk.open(viewer).stream().map(duty -> Row.of(duty, now)).toList();
        model.addAttribute(
                "late",
                rows.stream().filter(row -> row.duty().kept().lateAt(now)).toList());
        model.addAttribute(
                "rows",
                rows.stream().filter(row -> !row.duty().kept().lateAt(now)).toList());
        return "coordination/overview";
    }
}
