package org.beffroi.declaration.api;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Rehearsal;
import org.beffroi.declaration.domain.Rehearsals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rehearsals, for machines: their code goes with {@code POST /api/v1/declarations?rehearsal=}. */
@RestController
@RequestMapping("/api/v1/rehearsals")
class RehearsalApi {
    private final Rehearsals rehearsals;

    RehearsalApi(Rehearsals rehearsals) {
        this.rehearsals = rehearsals;
    }

    /**
     * A rehearsal to be opened.
     *
     * @param name on one line, at most 100 characters
     * @param speed how many times faster its clocks run: 1 (when absent), 10 or 60
     */
    record Rehearsed(@Nullable String name, @Nullable Integer speed) {}

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @GetMapping
    List<Rehearsal> list(Viewer viewer) {
        return rehearsals.latest(viewer);
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Rehearsal open(@RequestBody Rehearsed body, Viewer viewer) {
        return rehearsals.open(
                Objects.requireNonNullElse(body.name(), ""), Objects.requireNonNullElse(body.speed(), 1), viewer);
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @GetMapping("/{id}")
    Rehearsal one(@PathVariable UUID id, Viewer viewer) {
        return rehearsals.require(id, viewer);
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, Viewer viewer) {
        rehearsals.end(id, viewer);
    }
}
