package org.beffroi.incident.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.CaseFiles;
import org.beffroi.incident.domain.Observable;
import org.beffroi.incident.domain.Observables;
import org.beffroi.incident.export.Exports;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The observables of an incident, for machines. */
@RestController
@RequestMapping("/api/v1/incidents/{reference}/observables")
class ObservableApi {
    private static final MediaType STIX = MediaType.parseMediaType("application/stix+json;version=2.1");

    private final Observables observables;
    private final CaseFiles files;
    private final Exports exports;
    private final String desk;

    ObservableApi(
            Observables observables, CaseFiles files, Exports exports, @Value("${beffroi.desk.name}") String desk) {
        this.observables = observables;
        this.files = files;
        this.exports = exports;
        this.desk = desk;
    }

    /**
     * @param text whatever was written: all that is recognised in it is taken
     * @param tlp AMBER_STRICT when left out
     */
    record Pasted(@Nullable String text, @Nullable String tlp) {}

    /** @param incidents the others where it was seen, or something that leads to the same place */
    record Seen(
            UUID id, Observable.Kind kind, String value, String tlp, Instant at, String by, List<String> incidents) {
        static Seen of(Observables.Seen seen) {
            return new Seen(
                    seen.id(),
                    seen.observable().kind(),
                    seen.observable().value(),
                    seen.tlp(),
                    seen.at(),
                    seen.by(),
                    seen.elsewhere());
        }
    }

    @OpenTo({Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping
    List<Seen> list(@PathVariable String reference, Viewer viewer) {
        return observables.of(reference, viewer).stream().map(Seen::of).toList();
    }

    /**
     * As a STIX 2.1 bundle, without any structure's name.
     *
     * @param tlp the strictest mark that may be in it
     */
    @OpenTo({Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping(path = "/stix", produces = "application/stix+json;version=2.1")
    ResponseEntity<Map<String, Object>> stix(
            @PathVariable String reference, @RequestParam(defaultValue = "AMBER") String tlp, Viewer viewer) {
        return ResponseEntity.ok()
                .contentType(STIX)
                .header("Content-Disposition", "attachment; filename=\"incident.stix.json\"")
                .body(exports.stix(reference, tlp, desk, viewer));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping
    List<Seen> add(@PathVariable String reference, @RequestBody Pasted body, Viewer viewer) {
        observables.add(
                files.require(reference, viewer),
                Objects.requireNonNullElse(body.text(), ""),
                Objects.requireNonNullElse(body.tlp(), Observables.USUAL_TLP),
                viewer);
        return list(reference, viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String reference, @PathVariable UUID id, Viewer viewer) {
        observables.remove(files.require(reference, viewer), id, viewer);
    }
}
