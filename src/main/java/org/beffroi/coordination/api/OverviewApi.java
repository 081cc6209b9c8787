package org.beffroi.coordination.api;

import java.util.List;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.coordination.domain.ObligationDesk;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is still to be told, of whatever incident: what is due first, first. */
@RestController
class OverviewApi {
    private final ObligationDesk desk;

    OverviewApi(ObligationDesk desk) {
        this.desk = desk;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/api/v1/obligations")
    List<ObligationJson> open(Viewer viewer) {
        return desk.open(viewer).stream().map(ObligationJson::of).toList();
    }
}
