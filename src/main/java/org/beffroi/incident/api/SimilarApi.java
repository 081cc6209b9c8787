package org.beffroi.incident.api;

import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.SimilarIncidents;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Which incidents may be the same one, for machines of the desk. */
@RestController
class SimilarApi {
    private final SimilarIncidents similar;

    SimilarApi(SimilarIncidents similar) {
        this.similar = similar;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/api/v1/incidents/{reference}/similar")
    SimilarIncidents.Found similar(@PathVariable String reference, Viewer viewer) {
        return similar.to(reference, viewer);
    }
}
