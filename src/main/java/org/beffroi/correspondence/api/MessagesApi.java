package org.beffroi.correspondence.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.beffroi.access.OpenTo;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Conversation;
import org.beffroi.correspondence.domain.Correspondence;
import org.beffroi.correspondence.domain.Draft;
import org.beffroi.correspondence.domain.Enclosure;
import org.beffroi.correspondence.domain.Haste;
import org.beffroi.correspondence.domain.OutlineFields;
import org.beffroi.correspondence.domain.Outlines;
import org.beffroi.correspondence.domain.Seat;
import org.beffroi.correspondence.domain.Seats;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the desk and a structure write to each other about one declaration: the same as the pages. Reading marks as read. Under
 * {@code /incidents} the desk speaks, under {@code /declarations} and {@code /follow} the structure.
 */
@RestController
@RequestMapping("/api/v1")
class MessagesApi {
    private static final String KEY = "Idempotency-Key";
    private static final String KEY_MEANING =
            "Random, made by the sender for this message alone: 8 to 100 characters without spaces. Sent twice, it is one message";

    private final Seats seats;
    private final Correspondence correspondence;
    private final Outlines outlines;
    private final OutlineFields fields;

    MessagesApi(Seats seats, Correspondence correspondence, Outlines outlines, OutlineFields fields) {
        this.seats = seats;
        this.correspondence = correspondence;
        this.outlines = outlines;
        this.fields = fields;
    }

    /**
     * @param text at most 4,000 characters
     * @param awaits of the desk: whether an answer is awaited, so that whoever gives none is reminded; true when left out
     * @param urgent of the desk: told at once, whatever the structure chose; false when left out
     */
    record Writing(
            @Nullable String text,
            @Nullable Boolean awaits,
            @Nullable Boolean urgent,
            @Nullable List<AttachedFile> attachments) {}

    /** @param content in Base64; all together at most 8 MB here */
    record AttachedFile(
            @Nullable String name,
            @Nullable String mediaType,
            @Nullable String content) {
        Enclosure enclosure() {
            try {
                return new Enclosure(
                        Objects.requireNonNullElse(name, ""),
                        Objects.requireNonNullElse(mediaType, ""),
                        Base64.getDecoder().decode(Objects.requireNonNullElse(content, "")));
            } catch (IllegalArgumentException notBase64) {
                throw Refusal.invalid("correspondence.error.base64");
            }
        }
    }

    /** A text that the desk often writes, filled in for this declaration. */
    record Proposed(String key, String text) {}

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/incidents/{reference}/messages")
    Conversation readAsDesk(@PathVariable String reference, Viewer viewer) {
        return correspondence.open(seats.ofDesk(reference, viewer));
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/incidents/{reference}/messages/outlines")
    List<Proposed> propose(@PathVariable String reference, Viewer viewer) {
        var seat = seats.ofDesk(reference, viewer);
        return outlines.all().stream()
                .map(outline -> new Proposed(outline.key(), fields.fill(outline, seat)))
                .toList();
    }

    /** Goes to whoever declared, and to the structure's accounts. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @ApiResponse(responseCode = "201", description = "Sent", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "Sent before, under the same key", useReturnTypeSchema = true)
    @PostMapping("/incidents/{reference}/messages")
    ResponseEntity<Conversation> writeAsDesk(
            @PathVariable String reference,
            @Parameter(required = true, description = KEY_MEANING)
                    @RequestHeader(name = KEY, required = false)
                    @Nullable
                    String key,
            @RequestBody Writing body,
            Viewer viewer) {
        return write(seats.ofDesk(reference, viewer), body, key);
    }

    @OpenTo(Role.DECLARANT)
    @GetMapping("/declarations/{reference}/messages")
    Conversation readAsStructure(@PathVariable String reference, Viewer viewer) {
        return correspondence.open(seats.ofStructure(reference, viewer));
    }

    @OpenTo(Role.DECLARANT)
    @ApiResponse(responseCode = "201", description = "Sent", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "Sent before, under the same key", useReturnTypeSchema = true)
    @PostMapping("/declarations/{reference}/messages")
    ResponseEntity<Conversation> writeAsStructure(
            @PathVariable String reference,
            @Parameter(required = true, description = KEY_MEANING)
                    @RequestHeader(name = KEY, required = false)
                    @Nullable
                    String key,
            @RequestBody Writing body,
            Viewer viewer) {
        return write(seats.ofStructure(reference, viewer), body, key);
    }

    @OpenToAll
    @GetMapping("/follow/{token}/messages")
    Conversation readByLink(@PathVariable String token) {
        return correspondence.open(seats.byLink(token));
    }

    @OpenToAll
    @ApiResponse(responseCode = "201", description = "Sent", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "Sent before, under the same key", useReturnTypeSchema = true)
    @PostMapping("/follow/{token}/messages")
    ResponseEntity<Conversation> writeByLink(
            @PathVariable String token,
            @Parameter(required = true, description = KEY_MEANING)
                    @RequestHeader(name = KEY, required = false)
                    @Nullable
                    String key,
            @RequestBody Writing body) {
        return write(seats.byLink(token), body, key);
    }

    private ResponseEntity<Conversation> write(Seat seat, Writing body, @Nullable String key) {
        var draft = new Draft(
                Objects.requireNonNullElse(body.text(), ""),
                Objects.requireNonNullElse(key, ""),
                !Boolean.FALSE.equals(body.awaits()),
                Boolean.TRUE.equals(body.urgent()) ? Haste.URGENT : Haste.USUAL,
                Objects.requireNonNullElse(body.attachments(), List.<AttachedFile>of()).stream()
                        .map(AttachedFile::enclosure)
                        .toList());
        var isNew = correspondence.write(seat, draft).isNew();
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(correspondence.glance(seat));
    }
}
