package org.beffroi.declaration.api;

import io.swagger.v3.oas.annotations.Parameter;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.domain.Transcriptions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What was told to the desk, sent by the desk's own telephone or mail system. */
@RestController
class TranscriptionApi {
    private final Transcriptions transcriptions;

    TranscriptionApi(Transcriptions transcriptions) {
        this.transcriptions = transcriptions;
    }

    /**
     * @param channel {@code TELEPHONE}, {@code EMAIL} or {@code PAPER}
     * @param saidAt date and hour, with an offset or local to {@code saidZone}
     * @param saidZone {@code Europe/Paris} when absent
     * @param saidWhy why it was said before it was found, if it was
     * @param answers as the body of {@code POST /api/v1/declarations}
     */
    record Transcribed(
            @Nullable String channel,
            @Nullable String saidAt,
            @Nullable String saidZone,
            @Nullable String saidWhy,
            @Nullable Map<String, Object> answers) {
        Transcriptions.Told told() {
            return new Transcriptions.Told(text(channel), text(saidAt), text(saidZone), text(saidWhy));
        }

        private static String text(@Nullable String sent) {
            return Objects.requireNonNullElse(sent, "");
        }
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/api/v1/transcriptions")
    ResponseEntity<DeclarationApi.Received> transcribe(
            @Parameter(required = true, description = DeclarationApi.KEY)
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String key,
            @RequestBody Transcribed body,
            Viewer viewer) {
        var answers = DeclarationApi.answers(Objects.requireNonNullElse(body.answers(), Map.of()));
        var receipt = transcriptions.take(body.told(), answers, Objects.requireNonNullElse(key, ""), viewer);
        return ResponseEntity.status(receipt.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .location(URI.create("/api/v1/declarations/" + receipt.reference()))
                .body(DeclarationApi.Received.of(receipt));
    }
}
