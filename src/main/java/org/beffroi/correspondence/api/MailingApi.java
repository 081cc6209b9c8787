package org.beffroi.correspondence.api;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Audience;
import org.beffroi.correspondence.domain.Mailing;
import org.beffroi.correspondence.domain.Mailing.Order;
import org.beffroi.correspondence.domain.Mailings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One message to many structures of an incident, for machines of the desk. */
@RestController
@RequestMapping("/api/v1/incidents/{reference}/mailings")
class MailingApi {
    private final Mailings mailings;

    MailingApi(Mailings mailings) {
        this.mailings = mailings;
    }

    /**
     * What is to be sent.
     *
     * @param audience left out: all
     * @param unverified also to those whose declaration is not known to come from the structure
     * @param text at most 3,500 characters; {@code {greeting}}, {@code {reference}}, {@code {structure}} and {@code {next}} are filled in
     * @param language of what is filled in, {@code fr} or {@code en}
     * @param expected to how many structures, as the plan said: when there are others by then, nothing is sent
     */
    record Sending(
            @Nullable Audience audience,
            @Nullable Boolean unverified,
            @Nullable String text,
            @Nullable String language,
            @Nullable Integer expected) {
        Order order(@Nullable String key) {
            return new Order(
                    Objects.requireNonNullElse(audience, Audience.ALL),
                    Boolean.TRUE.equals(unverified),
                    Objects.requireNonNullElse(text, ""),
                    Objects.requireNonNullElse(key, ""),
                    Objects.requireNonNullElse(language, "fr"),
                    Objects.requireNonNullElse(expected, -1));
        }
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping
    List<Mailing> all(@PathVariable String reference, Viewer viewer) {
        return mailings.of(reference, viewer);
    }

    /** To how many it would go, and how the first would read it. Nothing is sent. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/plan")
    Mailing.Plan plan(@PathVariable String reference, @RequestBody Sending body, Viewer viewer) {
        return mailings.plan(reference, body.order(null), viewer);
    }

    /** Ordered: it is written to one structure after the other in the moments that follow. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mailing send(
            @PathVariable String reference,
            @Parameter(
                            required = true,
                            description =
                                    "Random, made by the sender for this mailing alone: 8 to 100 characters without spaces. Sent twice, it is one mailing")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String key,
            @RequestBody Sending body,
            Viewer viewer) {
        return mailings.report(reference, mailings.send(reference, body.order(key), viewer), viewer)
                .mailing();
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/{id}")
    Mailing.Report report(@PathVariable String reference, @PathVariable UUID id, Viewer viewer) {
        return mailings.report(reference, id, viewer);
    }
}
