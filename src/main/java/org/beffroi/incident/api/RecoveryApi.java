package org.beffroi.incident.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.beffroi.access.OpenTo;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.Recoveries;
import org.beffroi.incident.domain.Recoveries.Word;
import org.beffroi.incident.domain.Recovery;
import org.beffroi.incident.domain.Recovery.Kind;
import org.beffroi.incident.domain.Recovery.Point;
import org.beffroi.incident.domain.Recovery.Service;
import org.beffroi.incident.domain.Speakers;
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

/** How systems and care activities of a structure come back, for machines. */
@RestController
@RequestMapping("/api/v1")
class RecoveryApi {
    private final Recoveries recoveries;
    private final Speakers speakers;

    RecoveryApi(Recoveries recoveries, Speakers speakers) {
        this.speakers = speakers;
        this.recoveries = recoveries;
    }

    /**
     * One word on one service.
     *
     * @param service code of the vocabulary system or activity, as kind says
     * @param percent of what worked before, 0 to 100
     * @param asOf when it was so; now when left out
     */
    record RecoveryWord(
            @Nullable Kind kind,
            @Nullable String service,
            @Nullable Integer percent,
            @Nullable Instant asOf) {
        Word word() {
            return new Word(
                    new Service(Objects.requireNonNullElse(kind, Kind.SYSTEM), Objects.requireNonNullElse(service, "")),
                    Objects.requireNonNullElse(percent, -1),
                    asOf);
        }
    }

    /** @param points by time; empty: hit, and nobody has said how far it is */
    record RecoveryCurve(Kind kind, String service, List<Point> points) {
        static List<RecoveryCurve> of(Recovery recovery) {
            return recovery.curves().stream()
                    .map(curve -> new RecoveryCurve(
                            curve.service().kind(), curve.service().code(), curve.points()))
                    .toList();
        }
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD, Role.AGENCY})
    @GetMapping("/declarations/{reference}/recovery")
    List<RecoveryCurve> read(@PathVariable String reference, Viewer viewer) {
        return RecoveryCurve.of(recoveries.of(speakers.find(reference, viewer)));
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @PostMapping("/declarations/{reference}/recovery")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void say(@PathVariable String reference, @RequestBody RecoveryWord body, Viewer viewer) {
        recoveries.say(reference, List.of(body.word()), viewer);
    }

    /** The last word on a service was wrong. */
    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @DeleteMapping("/declarations/{reference}/recovery")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable String reference, @RequestBody RecoveryWord body, Viewer viewer) {
        recoveries.takeBack(reference, body.word().service(), viewer);
    }

    @OpenToAll
    @PostMapping("/follow/{token}/recovery")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sayByLink(@PathVariable String token, @RequestBody RecoveryWord body) {
        recoveries.sayByLink(token, List.of(body.word()));
    }
}
