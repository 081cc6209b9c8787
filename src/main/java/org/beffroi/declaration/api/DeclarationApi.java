package org.beffroi.declaration.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.beffroi.access.OpenTo;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.Answers;
import org.beffroi.declaration.DeclarationVerified.How;
import org.beffroi.declaration.Receipt;
import org.beffroi.declaration.Sheet;
import org.beffroi.declaration.Submission;
import org.beffroi.declaration.Treatment;
import org.beffroi.declaration.domain.DeclarationDesk;
import org.beffroi.declaration.domain.Rehearsals;
import org.beffroi.shared.PublicReference;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Declarations for machines. The body is one object: question keys of {@code GET /api/v1/questionnaire} with text, {@code true}, or a list
 * of codes.
 */
@RestController
@RequestMapping("/api/v1")
class DeclarationApi {
    static final String KEY =
            "Random, made by the sender for this declaration alone: a UUID, or 8 to 100 other characters without spaces. Sent twice, it is one declaration";

    private final DeclarationDesk desk;
    private final Optional<Treatment> treatment;
    private final Rehearsals rehearsals;

    DeclarationApi(DeclarationDesk desk, Optional<Treatment> treatment, Rehearsals rehearsals) {
        this.rehearsals = rehearsals;
        this.desk = desk;
        this.treatment = treatment;
    }

    /** What the sender keeps. */
    record Received(
            String reference,
            String declaredAt,
            boolean verified,
            String declaration,
            @Nullable String follow) {
        static Received of(Receipt receipt) {
            var token = receipt.followToken();
            return new Received(
                    receipt.reference().toString(),
                    receipt.declaredAt().toString(),
                    receipt.verified(),
                    "/api/v1/declarations/" + receipt.reference(),
                    token == null ? null : "/follow/" + token);
        }
    }

    @OpenToAll
    @ApiResponse(responseCode = "201", description = "Kept", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "Kept before, under the same key", useReturnTypeSchema = true)
    @PostMapping("/declarations")
    ResponseEntity<Received> declare(
            @Parameter(required = true, description = DeclarationApi.KEY)
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String key,
            @Parameter(
                            description =
                                    "When it was sent, if it then waited for a network (ISO 8601 with a zone, at most 72 hours ago): the time of the declaration. Left out, or not credible: now")
                    @RequestParam(defaultValue = "")
                    String sentAt,
            @Parameter(description = "Code of a rehearsal: the declaration is an exercise. Left out: it is real")
                    @RequestParam(defaultValue = "")
                    String rehearsal,
            @RequestBody Map<String, Object> body,
            Viewer viewer) {
        var submission = Submission.now(answers(body), "API", Objects.requireNonNullElse(key, ""))
                .in(rehearsals.world(rehearsal));
        var receipt = desk.submit(submission, sentAt, viewer);
        return ResponseEntity.status(receipt.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .location(URI.create("/api/v1/declarations/" + receipt.reference()))
                .body(Received.of(receipt));
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping("/declarations")
    List<Sheet> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(defaultValue = "0") int offset, Viewer viewer) {
        return desk.latest(viewer, Math.clamp(limit, 1, 500), Math.max(0, offset));
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping("/declarations/{reference}")
    Sheet one(@PathVariable String reference, Viewer viewer) {
        return find(reference, viewer);
    }

    @OpenTo(Role.DECLARANT)
    @PostMapping("/declarations/{reference}/versions")
    Sheet amend(
            @PathVariable String reference,
            @RequestParam(defaultValue = "0") int basedOn,
            @RequestBody Map<String, Object> body,
            Viewer viewer) {
        var sheet = find(reference, viewer);
        desk.amend(sheet.declaration(), answers(body), basedOn, viewer);
        return find(reference, viewer);
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @PostMapping("/declarations/{reference}/verification")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void verify(@PathVariable String reference, @RequestParam(defaultValue = "") String finess, Viewer viewer) {
        var sheet = find(reference, viewer);
        desk.verify(sheet.declaration(), viewer.atTheDesk() ? How.CALLED_BACK : How.CONFIRMED, finess, viewer);
    }

    /** What was declared, and where the desk stands with it. */
    record Followed(Sheet declaration, Treatment.@Nullable Progress progress) {}

    @OpenToAll
    @GetMapping("/follow/{token}")
    Followed follow(@PathVariable String token) {
        return followed(desk.followed(token));
    }

    @OpenToAll
    @PostMapping("/follow/{token}/versions")
    Followed amendByLink(
            @PathVariable String token,
            @RequestParam(defaultValue = "0") int basedOn,
            @RequestBody Map<String, Object> body) {
        desk.amendByLink(token, answers(body), basedOn);
        return followed(desk.followed(token));
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping("/declarations/{reference}/progress")
    Followed progress(@PathVariable String reference, Viewer viewer) {
        return followed(find(reference, viewer));
    }

    private Followed followed(Sheet sheet) {
        return new Followed(
                sheet, treatment.flatMap(known -> known.of(sheet.declaration())).orElse(null));
    }

    private Sheet find(String typed, Viewer viewer) {
        return PublicReference.parse(typed)
                .map(reference -> desk.open(reference, viewer))
                .orElseThrow(() -> Refusal.notFound("declaration.error.not-found"));
    }

    static Answers answers(Map<String, Object> body) {
        var answers = new LinkedHashMap<String, List<String>>();
        body.forEach((question, value) -> answers.put(
                question,
                switch (value) {
                    case null -> List.of();
                    case List<?> list -> list.stream().map(String::valueOf).toList();
                    default -> List.of(String.valueOf(value));
                }));
        return new Answers(answers);
    }
}
