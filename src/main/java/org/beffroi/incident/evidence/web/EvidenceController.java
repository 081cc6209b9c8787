package org.beffroi.incident.evidence.web;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.incident.evidence.domain.Evidence;
import org.beffroi.incident.evidence.domain.Evidence.Announced;
import org.beffroi.incident.evidence.domain.Locker;
import org.beffroi.incident.evidence.domain.Lockers;
import org.beffroi.shared.Paris;
import org.beffroi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What a browser without a script hands in, at once and whole; and what the desk writes down about who has it. */
@Controller
class EvidenceController {
    private final Evidence evidence;
    private final Lockers lockers;

    EvidenceController(Evidence evidence, Lockers lockers) {
        this.evidence = evidence;
        this.lockers = lockers;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/incidents/{reference}/evidence")
    String take(
            @PathVariable String reference,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "") String words,
            Viewer viewer)
            throws IOException {
        take(lockers.ofIncident(reference, viewer), files, words);
        return "redirect:/incidents/" + reference + "?done#evidence";
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @PostMapping("/declarations/{reference}/evidence")
    String takeOfStructure(
            @PathVariable String reference,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "") String words,
            Viewer viewer)
            throws IOException {
        take(lockers.ofDeclaration(reference, viewer), files, words);
        return "redirect:/declarations/" + reference + "#evidence";
    }

    @OpenToAll
    @PostMapping("/follow/{token}/evidence")
    String takeByLink(
            @PathVariable String token,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "") String words)
            throws IOException {
        take(lockers.followed(token), files, words);
        return "redirect:/follow/" + token + "#evidence";
    }

    private void take(Locker locker, @Nullable List<MultipartFile> files, String words) throws IOException {
        var sent = Objects.requireNonNullElse(files, List.<MultipartFile>of()).stream()
                .filter(file -> !file.isEmpty())
                .toList();
        if (sent.isEmpty()) {
            throw Refusal.invalid("incident.error.evidence-none");
        }
        for (var file : sent) {
            var id = evidence.announce(
                    locker,
                    new Announced(
                            Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                            Objects.requireNonNullElse(file.getContentType(), ""),
                            file.getSize(),
                            words));
            try (var bytes = file.getInputStream()) {
                long offset = 0;
                for (var part = bytes.readNBytes(org.beffroi.files.Files.LARGEST_PART);
                        part.length > 0;
                        part = bytes.readNBytes(org.beffroi.files.Files.LARGEST_PART)) {
                    offset = evidence.append(locker, id, offset, part).received();
                }
            }
        }
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/incidents/{reference}/evidence/{id}/custody")
    String handOver(
            @PathVariable String reference,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String holder,
            @RequestParam(defaultValue = "") String happenedAt,
            @RequestParam(defaultValue = "") String words,
            Viewer viewer) {
        evidence.handOver(
                lockers.ofIncident(reference, viewer), id, hour(happenedAt), holder.isBlank() ? null : holder, words);
        return "redirect:/incidents/" + reference + "?done#evidence";
    }

    /** As the browser's field gives it, in the desk's own hour; null when it was left empty. */
    private static @Nullable Instant hour(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(typed).atZone(Paris.ZONE).toInstant();
        } catch (DateTimeException noDate) {
            throw Refusal.invalid("incident.error.date");
        }
    }

    @OpenTo(Role.LEAD)
    @PostMapping("/incidents/{reference}/evidence/{id}/removal")
    String erase(
            @PathVariable String reference,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String because,
            Viewer viewer) {
        evidence.erase(lockers.ofIncident(reference, viewer), id, because);
        return "redirect:/incidents/" + reference + "?done#evidence";
    }
}
