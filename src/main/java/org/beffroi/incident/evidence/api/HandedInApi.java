package org.beffroi.incident.evidence.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.files.FileAnswer;
import org.beffroi.incident.evidence.domain.Evidence;
import org.beffroi.incident.evidence.domain.Locker;
import org.beffroi.incident.evidence.domain.Lockers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a structure hands in for its declaration: by its account or by the secret link, by tus 1.0.0 as for the desk. */
@RestController
@RequestMapping("/api/v1")
class HandedInApi {
    private final Evidence evidence;
    private final Lockers lockers;

    HandedInApi(Evidence evidence, Lockers lockers) {
        this.evidence = evidence;
        this.lockers = lockers;
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @GetMapping("/declarations/{reference}/evidence")
    List<ExhibitJson> list(@PathVariable String reference, Viewer viewer) {
        return list(lockers.ofDeclaration(reference, viewer));
    }

    @OpenToAll
    @GetMapping("/follow/{token}/evidence")
    List<ExhibitJson> listByLink(@PathVariable String token) {
        return list(lockers.followed(token));
    }

    private List<ExhibitJson> list(Locker locker) {
        return evidence.of(locker).stream().map(ExhibitJson::of).toList();
    }

    /** Announces a file; its bytes then go to the address of the answer. Metadata: filename, filetype, words. */
    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @PostMapping("/declarations/{reference}/evidence")
    ResponseEntity<Void> announce(
            @PathVariable String reference,
            @RequestHeader(name = Tus.LENGTH, defaultValue = "") String length,
            @RequestHeader(name = Tus.METADATA, defaultValue = "") String metadata,
            Viewer viewer) {
        var id = evidence.announce(lockers.ofDeclaration(reference, viewer), Tus.announced(length, metadata));
        return Tus.created("/api/v1/declarations/" + reference + "/evidence/" + id);
    }

    @OpenToAll
    @PostMapping("/follow/{token}/evidence")
    ResponseEntity<Void> announceByLink(
            @PathVariable String token,
            @RequestHeader(name = Tus.LENGTH, defaultValue = "") String length,
            @RequestHeader(name = Tus.METADATA, defaultValue = "") String metadata) {
        var id = evidence.announce(lockers.followed(token), Tus.announced(length, metadata));
        return Tus.created("/api/v1/follow/" + token + "/evidence/" + id);
    }

    /** Also by HEAD: how many bytes are here. */
    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @GetMapping("/declarations/{reference}/evidence/{id}")
    ResponseEntity<ExhibitJson> one(@PathVariable String reference, @PathVariable UUID id, Viewer viewer) {
        return one(lockers.ofDeclaration(reference, viewer), id);
    }

    @OpenToAll
    @GetMapping("/follow/{token}/evidence/{id}")
    ResponseEntity<ExhibitJson> oneByLink(@PathVariable String token, @PathVariable UUID id) {
        return one(lockers.followed(token), id);
    }

    private ResponseEntity<ExhibitJson> one(Locker locker, UUID id) {
        var exhibit = evidence.one(locker, id);
        return Tus.shown(exhibit.file(), ExhibitJson.of(exhibit));
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @PatchMapping("/declarations/{reference}/evidence/{id}")
    ResponseEntity<Void> append(
            @PathVariable String reference,
            @PathVariable UUID id,
            @RequestHeader(name = Tus.OFFSET, defaultValue = "") String offset,
            @RequestBody(required = false) byte @Nullable [] part,
            Viewer viewer) {
        return append(lockers.ofDeclaration(reference, viewer), id, offset, part);
    }

    @OpenToAll
    @PatchMapping("/follow/{token}/evidence/{id}")
    ResponseEntity<Void> appendByLink(
            @PathVariable String token,
            @PathVariable UUID id,
            @RequestHeader(name = Tus.OFFSET, defaultValue = "") String offset,
            @RequestBody(required = false) byte @Nullable [] part) {
        return append(lockers.followed(token), id, offset, part);
    }

    private ResponseEntity<Void> append(Locker locker, UUID id, String offset, byte @Nullable [] part) {
        return Tus.grown(evidence.append(
                locker, id, Tus.number(offset, Tus.OFFSET), Objects.requireNonNullElse(part, new byte[0])));
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @GetMapping(path = "/declarations/{reference}/evidence/{id}/archive", produces = "application/zip")
    void archive(
            @PathVariable String reference,
            @PathVariable UUID id,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        give(lockers.ofDeclaration(reference, viewer), id, request, response);
    }

    @OpenToAll
    @GetMapping(path = "/follow/{token}/evidence/{id}/archive", produces = "application/zip")
    void archiveByLink(
            @PathVariable String token,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response) {
        give(lockers.followed(token), id, request, response);
    }

    private void give(Locker locker, UUID id, HttpServletRequest request, HttpServletResponse response) {
        FileAnswer.locked(evidence.one(locker, id).file().name(), evidence.archive(locker, id), request, response);
    }
}
