package org.beffroi.correspondence.api;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.api.MailingApi.Sending;
import org.beffroi.correspondence.domain.Mailing;
import org.beffroi.correspondence.domain.Mailings;
import org.beffroi.correspondence.domain.Mailings.ManyPlan;
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

/** One message to the structures of several incidents, for machines of the desk. */
@RestController
@RequestMapping("/api/v1/mailings")
class ManyMailingApi {
    private final Mailings mailings;

    ManyMailingApi(Mailings mailings) {
        this.mailings = mailings;
    }

    /** @param incidents numbers, 500 at most */
    record ManySending(
            @Nullable List<String> incidents, @Nullable Sending message) {
        List<String> numbers() {
            return Objects.requireNonNullElse(incidents, List.<String>of()).stream()
                    .map(one -> Objects.requireNonNullElse(one, ""))
                    .toList();
        }

        Mailing.Order order(@Nullable String key) {
            return Objects.requireNonNullElse(message, new Sending(null, null, null, null, null))
                    .order(key);
        }
    }

    /** To whom it would go, and how the first would read it. Nothing is sent. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping("/plan")
    ManyPlan plan(@RequestBody ManySending body, Viewer viewer) {
        return mailings.plan(body.numbers(), body.order(null), viewer);
    }

    /** Ordered: it is written to one structure after the other in the moments that follow. */
    @OpenTo({Role.ANALYST, Role.LEAD})
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mailing send(
            @Parameter(
                            required = true,
                            description =
                                    "Random, made by the sender for this mailing alone: 8 to 100 characters without spaces. Sent twice, it is one mailing")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String key,
            @RequestBody ManySending body,
            Viewer viewer) {
        return mailings.report(mailings.send(body.numbers(), body.order(key), viewer), viewer)
                .mailing();
    }

    @OpenTo({Role.ANALYST, Role.LEAD})
    @GetMapping("/{id}")
    Mailing.Report report(@PathVariable UUID id, Viewer viewer) {
        return mailings.report(id, viewer);
    }
}
