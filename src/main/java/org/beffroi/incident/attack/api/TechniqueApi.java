package org.beffroi.incident.attack.api;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.attack.domain.Graph;
import org.beffroi.incident.attack.domain.Techniques;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Techniques of MITRE ATT&amp;CK in an incident, and what hangs together with it, for the desk's machines. */
@RestController
@RequestMapping("/api/v1/incidents/{reference}")
class TechniqueApi {
    private final Techniques techniques;
    private final Graph graph;

    TechniqueApi(Techniques techniques, Graph graph) {
        this.techniques = techniques;
        this.graph = graph;
    }

    /** @param technique numbers ({@code T1566.001}), or the words of one name */
    record TechniqueSeen(
            @Nullable String technique, @Nullable String words) {}

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/techniques")
    List<Techniques.Used> list(@PathVariable String reference, Viewer viewer) {
        return techniques.of(reference, viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/techniques")
    List<Techniques.Used> add(@PathVariable String reference, @RequestBody TechniqueSeen body, Viewer viewer) {
        techniques.add(
                reference,
                Objects.requireNonNullElse(body.technique(), ""),
                Objects.requireNonNullElse(body.words(), ""),
                viewer);
        return techniques.of(reference, viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @DeleteMapping("/techniques/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String reference, @PathVariable UUID id, Viewer viewer) {
        techniques.remove(reference, id, viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/graph")
    Graph.Drawn drawn(@PathVariable String reference, Viewer viewer) {
        return graph.of(reference, viewer);
    }
}
