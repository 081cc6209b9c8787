package org.beffroi.incident.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.CaseFiles;
import org.beffroi.incident.domain.LogEntry;
import org.beffroi.incident.domain.LogEntry.Draft;
import org.beffroi.incident.domain.LogEntry.Kind;
import org.beffroi.incident.domain.Logbook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The logbook of an incident, for machines. */
@RestController
@RequestMapping("/api/v1/incidents/{reference}/log")
class LogApi {
    private final Logbook logbook;
    private final CaseFiles files;

    LogApi(Logbook logbook, CaseFiles files) {
        this.logbook = logbook;
        this.files = files;
    }

    /**
     * @param kind FACT when left out
     * @param saidBy who says so, or who decided
     */
    record LogLine(
            @Nullable Kind kind,
            @Nullable Instant happenedAt,
            @Nullable String text,
            @Nullable String saidBy) {
        Draft draft() {
            return new Draft(
                    Objects.requireNonNullElse(kind, Kind.FACT),
                    happenedAt,
                    Objects.requireNonNullElse(text, ""),
                    Objects.requireNonNullElse(saidBy, ""));
        }
    }

    record Because(@Nullable String because) {}

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping
    List<LogEntry> list(@PathVariable String reference, Viewer viewer) {
        return logbook.of(reference, viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping
    List<LogEntry> write(@PathVariable String reference, @RequestBody LogLine body, Viewer viewer) {
        logbook.write(files.require(reference, viewer), body.draft(), viewer);
        return list(reference, viewer);
    }

    /** It was wrong; it stays to be read. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/{id}/strike")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void strike(@PathVariable String reference, @PathVariable UUID id, @RequestBody Because body, Viewer viewer) {
        logbook.strike(files.require(reference, viewer), id, Objects.requireNonNullElse(body.because(), ""), viewer);
    }
}
