package org.beffroi.coordination.api;

import java.util.List;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.coordination.domain.StillDue;
import org.beffroi.coordination.domain.StillDue.Whose;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is still to be told, of whatever incident: what is due first, first. */
@RestController
class OverviewApi {
    private static final int LAST = 1000;

    private final StillDue due;

    OverviewApi(StillDue due) {
        this.due = due;
    }

    /** @param page from 1; each holds what is still to be told of fifty declarations */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/api/v1/obligations")
    List<ObligationJson> open(
            @RequestParam(defaultValue = "DESK") Whose whose,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer) {
        return due.page(whose, Math.clamp(page, 1, LAST), viewer).declarations().stream()
                .flatMap(List::stream)
                .map(ObligationJson::of)
                .toList();
    }
}
