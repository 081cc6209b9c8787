package org.beffroi.declaration.api;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.Optional;
import org.beffroi.access.OpenTo;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.domain.Versions;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A declaration's versions, and what has changed between any two. */
@RestController
@RequestMapping("/api/v1")
class VersionsApi {
    private static final String AGAINST = "Version that the changes are counted from; the one before when absent";

    private final Versions versions;

    VersionsApi(Versions versions) {
        this.versions = versions;
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping("/declarations/{reference}/versions")
    Versions.History history(@PathVariable String reference, Viewer viewer) {
        return versions.history(reference(reference), viewer);
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping("/declarations/{reference}/versions/{version}")
    Versions.Reading version(
            @PathVariable String reference,
            @PathVariable int version,
            @Parameter(description = AGAINST) @RequestParam(required = false) Optional<Integer> against,
            Viewer viewer) {
        return versions.read(reference(reference), version, against, viewer);
    }

    @OpenToAll
    @GetMapping("/follow/{token}/versions")
    Versions.History historyByLink(@PathVariable String token) {
        return versions.historyByLink(token);
    }

    @OpenToAll
    @GetMapping("/follow/{token}/versions/{version}")
    Versions.Reading versionByLink(
            @PathVariable String token,
            @PathVariable int version,
            @Parameter(description = AGAINST) @RequestParam(required = false) Optional<Integer> against) {
        return versions.readByLink(token, version, against);
    }

    private static PublicReference reference(String typed) {
        return PublicReference.parse(typed).orElseThrow(() -> Refusal.notFound("declaration.error.not-found"));
    }
}
