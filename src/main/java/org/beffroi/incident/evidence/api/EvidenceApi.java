package org.beffroi.incident.evidence.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.files.FileAnswer;
import org.beffroi.incident.evidence.domain.Evidence;
import org.beffroi.incident.evidence.domain.Lockers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Evidence of an incident, for the desk's machines. Files come in by tus 1.0.0: any client of it will do, with pieces of at most 8 MB. */
@RestController
@RequestMapping("/api/v1/incidents/{reference}/evidence")
class EvidenceApi {
    private final Evidence evidence;
    private final Lockers lockers;

    EvidenceApi(Evidence evidence, Lockers lockers) {
        this.evidence = evidence;
        this.lockers = lockers;
    }

    /**
     * It went to somebody outside, or came back.
     *
     * @param holder who has it from then on; left out: it came back
     * @param happenedAt left out: now
     */
    record HandedOver(
            @Nullable String holder,
            @Nullable Instant happenedAt,
            @Nullable String words) {}

    record Erased(@Nullable String because) {}

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping
    List<ExhibitJson> list(@PathVariable String reference, Viewer viewer) {
        return evidence.of(lockers.ofIncident(reference, viewer)).stream()
                .map(ExhibitJson::of)
                .toList();
    }

    /** Announces a file; its bytes then go to the address of the answer. Metadata: filename, filetype, words. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping
    ResponseEntity<Void> announce(
            @PathVariable String reference,
            @RequestHeader(name = Tus.LENGTH, defaultValue = "") String length,
            @RequestHeader(name = Tus.METADATA, defaultValue = "") String metadata,
            Viewer viewer) {
        var id = evidence.announce(lockers.ofIncident(reference, viewer), Tus.announced(length, metadata));
        return Tus.created("/api/v1/incidents/" + reference + "/evidence/" + id);
    }

    /** Also by HEAD: how many bytes are here. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/{id}")
    ResponseEntity<ExhibitJson> one(@PathVariable String reference, @PathVariable UUID id, Viewer viewer) {
        var exhibit = evidence.one(lockers.ofIncident(reference, viewer), id);
        return Tus.shown(exhibit.file(), ExhibitJson.of(exhibit));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PatchMapping("/{id}")
    ResponseEntity<Void> append(
            @PathVariable String reference,
            @PathVariable UUID id,
            @RequestHeader(name = Tus.OFFSET, defaultValue = "") String offset,
            @RequestBody(required = false) byte @Nullable [] part,
            Viewer viewer) {
        var locker = lockers.ofIncident(reference, viewer);
        return Tus.grown(evidence.append(
                locker, id, Tus.number(offset, Tus.OFFSET), Objects.requireNonNullElse(part, new byte[0])));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping(path = "/{id}/archive", produces = "application/zip")
    void archive(
            @PathVariable String reference,
            @PathVariable UUID id,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        var locker = lockers.ofIncident(reference, viewer);
        FileAnswer.locked(evidence.one(locker, id).file().name(), evidence.archive(locker, id), request, response);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/{id}/custody")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handOver(@PathVariable String reference, @PathVariable UUID id, @RequestBody HandedOver body, Viewer viewer) {
        evidence.handOver(
                lockers.ofIncident(reference, viewer),
                id,
                body.happenedAt(),
                body.holder(),
                Objects.requireNonNullElse(body.words(), ""));
    }

    /** Its content; that it was here stays. By a lead. */
    @OpenTo(Role.LEAD)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable String reference, @PathVariable UUID id, @RequestBody Erased body, Viewer viewer) {
        evidence.erase(lockers.ofIncident(reference, viewer), id, Objects.requireNonNullElse(body.because(), ""));
    }
}
