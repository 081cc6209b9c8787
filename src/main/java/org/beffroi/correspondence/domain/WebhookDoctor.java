package org.beffroi.correspondence.domain;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.beffroi.shared.DoctorCheck;
import org.springframework.stereotype.Component;

/** Whether the machines that are told what happens here hear it. */
@Component
class WebhookDoctor implements DoctorCheck {
    private static final String SUBJECT = "Webhooks";

    private final WebhookStore store;
    private final Clock clock;

    WebhookDoctor(WebhookStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<Verdict> check() {
        var all = store.all();
        var deaf = Webhook.deaf(all, clock.instant()).stream()
                .map(Webhook::host)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!deaf.isEmpty()) {
            return List.of(
                    Verdict.ill(
                            SUBJECT,
                            "not taken by " + deaf,
                            "Tell whoever runs it; a lead sees on /messages/webhooks what was answered. After seven days it is stopped, and registered anew when it is mended."));
        }
        var open = all.stream().filter(hook -> hook.ended() == null).count();
        return List.of(Verdict.well(SUBJECT, open == 0 ? "none" : open + ", all heard"));
    }
}
