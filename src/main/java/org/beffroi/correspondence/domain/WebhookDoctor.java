package org.beffroi.correspondence.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.beffroi.shared.DoctorCheck;
import org.springframework.stereotype.Component;

/** Whether the machines that are told what happens here hear it. */
@Component
class WebhookDoctor implements DoctorCheck {
    private static final String SUBJECT = "Webhooks";
    private static final Duration NEWS = Duration.ofDays(30);

    private final WebhookStore store;
    private final Clock clock;

    WebhookDoctor(WebhookStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<Verdict> check() {
        var all = store.all();
        var deaf =
                all.stream().filter(this::isDeaf).map(Webhook::host).distinct().collect(Collectors.joining(", "));
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

    private boolean isDeaf(Webhook hook) {
        return hook.ended() == null
                ? hook.failingSince() != null
                : "FAILING".equals(hook.ended())
                        && Objects.requireNonNull(hook.endedAt())
                                .isAfter(clock.instant().minus(NEWS));
    }
}
