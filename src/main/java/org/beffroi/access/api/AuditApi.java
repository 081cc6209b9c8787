package org.beffroi.access.api;

import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.access.domain.AuditReader;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail, for machines that watch over it. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditApi {
    private final AuditReader trail;

    AuditApi(AuditReader trail) {
        this.trail = trail;
    }

    /** Without {@code reference} the whole trail, 50 deeds a page, the latest first. */
    @OpenTo({Role.LEAD, Role.ADMIN})
    @GetMapping
    AuditReader.Deeds list(
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer) {
        return trail.page(reference, page, viewer);
    }
}
