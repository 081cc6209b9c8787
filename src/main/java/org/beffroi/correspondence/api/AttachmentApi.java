package org.beffroi.correspondence.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Attachments;
import org.beffroi.correspondence.domain.Seat;
import org.beffroi.correspondence.domain.Seats;
import org.beffroi.files.FileAnswer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files that came with messages: as they are, where the desk sent them, and in a locked archive, where a structure did. */
@RestController
@RequestMapping("/api/v1")
class AttachmentApi {
    private final Attachments attachments;
    private final Seats seats;

    AttachmentApi(Attachments attachments, Seats seats) {
        this.attachments = attachments;
        this.seats = seats;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping(path = "/incidents/{reference}/messages/files/{id}", produces = "application/octet-stream")
    void atDesk(
            @PathVariable String reference,
            @PathVariable UUID id,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        give(seats.ofDesk(reference, viewer), id, request, response);
    }

    @OpenTo(Role.DECLARANT)
    @GetMapping(path = "/declarations/{reference}/messages/files/{id}", produces = "application/octet-stream")
    void ofStructure(
            @PathVariable String reference,
            @PathVariable UUID id,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        give(seats.ofStructure(reference, viewer), id, request, response);
    }

    @OpenToAll
    @GetMapping(path = "/follow/{token}/messages/files/{id}", produces = "application/octet-stream")
    void byLink(
            @PathVariable String token,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response) {
        give(seats.byLink(token), id, request, response);
    }

    private void give(Seat seat, UUID id, HttpServletRequest request, HttpServletResponse response) {
        var given = attachments.give(seat, id);
        if (given.locked()) {
            FileAnswer.locked(given.name(), given.body(), request, response);
        } else {
            FileAnswer.plain(given.name(), given.body(), request, response);
        }
    }
}
