package org.beffroi.correspondence.api;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.beffroi.access.OpenTo;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.correspondence.domain.Webhook;
import org.beffroi.correspondence.domain.Webhook.HookHistory;
import org.beffroi.correspondence.domain.Webhook.HookSecret;
import org.beffroi.correspondence.domain.Webhooks;
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

/** Other machines that are told what happens here, for leads. */
@RestController
@RequestMapping("/api/v1/messages/webhooks")
class WebhookApi {
    private final Webhooks webhooks;

    WebhookApi(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /**
     * @param address https, to a machine of the Internet
     * @param name whose machine it is
     * @param rehearsals false when left out
     */
    record NewWebhook(
            @Nullable String address,
            @Nullable String name,
            @Nullable Boolean rehearsals) {}

    @OpenTo(Role.LEAD)
    @GetMapping
    List<Webhook> webhooks() {
        return webhooks.all();
    }

    @OpenTo(Role.LEAD)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    HookSecret registerWebhook(@RequestBody NewWebhook body, Viewer viewer) {
        return webhooks.register(
                Objects.requireNonNullElse(body.address(), ""),
                Objects.requireNonNullElse(body.name(), ""),
                Boolean.TRUE.equals(body.rehearsals()),
                viewer);
    }

    /** With the last thirty events. */
    @OpenTo(Role.LEAD)
    @GetMapping("/{id}")
    HookHistory webhook(@PathVariable UUID id) {
        return webhooks.one(id);
    }

    /** Posts an event of kind {@code test}, within seconds. */
    @OpenTo(Role.LEAD)
    @PostMapping("/{id}/test")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void testWebhook(@PathVariable UUID id, Viewer viewer) {
        webhooks.test(id, viewer);
    }

    /** The secret before this one signs too for 24 hours. */
    @OpenTo(Role.LEAD)
    @PostMapping("/{id}/secret")
    HookSecret replaceWebhookSecret(@PathVariable UUID id, Viewer viewer) {
        return webhooks.replaceSecret(id, viewer);
    }

    @OpenTo(Role.LEAD)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stopWebhook(@PathVariable UUID id, Viewer viewer) {
        webhooks.stop(id, viewer);
    }
}
