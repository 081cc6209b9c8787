package org.beffroi.directory.api;

import java.util.List;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.directory.Structure;
import org.beffroi.directory.domain.StructureSheet;
import org.beffroi.directory.domain.Structures;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The directory for machines: what the pages show, as far as the token sees. */
@RestController
@RequestMapping("/api/v1/structures")
class StructuresApi {
    private final Structures structures;

    StructuresApi(Structures structures) {
        this.structures = structures;
    }

    @OpenTo({Role.ANALYST, Role.LEAD, Role.AGENCY, Role.OBSERVATORY, Role.ADMIN})
    @GetMapping
    List<Structure> search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(defaultValue = "false") boolean closed,
            Viewer viewer) {
        return structures.search(q, region, group, closed, viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD, Role.AGENCY, Role.OBSERVATORY, Role.ADMIN})
    @GetMapping("/{key}")
    StructureSheet one(@PathVariable String key, Viewer viewer) {
        return structures.sheet(key, viewer).orElseThrow(() -> Refusal.notFound("directory.error.not-found"));
    }
}
