package org.beffroi.coordination.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.coordination.domain.ObligationDesk;
import org.beffroi.coordination.domain.Telling;
import org.beffroi.shared.FieldErrors;
import org.beffroi.shared.Paris;
import org.beffroi.shared.Refusal;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What one recipient sees of an incident, and that it was told. */
@Controller
@RequestMapping("/incidents/{reference}/obligations/{recipient}/transmission")
class TransmissionController {
    private final ObligationDesk desk;
    private final Taxonomy taxonomy;
    private final Clock clock;

    TransmissionController(ObligationDesk desk, Taxonomy taxonomy, Clock clock) {
        this.desk = desk;
        this.taxonomy = taxonomy;
        this.clock = clock;
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping
    ModelAndView read(@PathVariable String reference, @PathVariable String recipient, Viewer viewer) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add(
                "toldAt",
                clock.instant()
                        .atZone(Paris.ZONE)
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        return page(reference, recipient, typed, HttpStatus.OK, viewer);
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping
    ModelAndView tell(
            @PathVariable String reference,
            @PathVariable String recipient,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer) {
        if (sent.containsKey("lang")) {
            return page(reference, recipient, sent, HttpStatus.OK, viewer);
        }
        try {
            desk.tell(reference, recipient, telling(sent), viewer);
        } catch (FieldErrors.Invalid wrong) {
            return page(reference, recipient, sent, HttpStatus.UNPROCESSABLE_CONTENT, viewer)
                    .addObject("errors", wrong.errors());
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.CONFLICT) {
                throw refused;
            }
            return page(reference, recipient, sent, HttpStatus.CONFLICT, viewer).addObject("refusal", refused);
        }
        return new ModelAndView("redirect:/incidents/" + reference + "?done");
    }

    private static Telling telling(MultiValueMap<String, String> sent) {
        return new Telling(
                null,
                instant(sent.getFirst("toldAt")),
                sent.getFirst("channel"),
                sent.getFirst("receipt"),
                sent.getFirst("lateBecause"));
    }

    /** In the desk's own hour; null when it is none. */
    private static @Nullable Instant instant(@Nullable String local) {
        try {
            return local == null
                    ? null
                    : LocalDateTime.parse(local).atZone(Paris.ZONE).toInstant();
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    private ModelAndView page(
            String reference, String recipient, MultiValueMap<String, String> typed, HttpStatus status, Viewer viewer) {
        var now = clock.instant();
        var rows = desk.of(reference, recipient, viewer).stream()
                .map(duty -> Row.of(duty, now))
                .toList();
        return new ModelAndView("coordination/transmission", new HashMap<>(), status)
                .addObject("reference", reference)
                .addObject("recipient", recipient)
                .addObject("rows", rows)
                .addObject("open", rows.stream().anyMatch(row -> row.duty().open()))
                .addObject(
                        "late",
                        rows.stream()
                                .anyMatch(row ->
                                        row.duty().open() && row.duty().kept().lateAt(now)))
                .addObject("typed", typed)
                .addObject("echo", typed)
                .addObject("errors", FieldErrors.NONE)
                .addObject(
                        "channels", taxonomy.vocabulary("transmission-channel").terms());
    }
}
