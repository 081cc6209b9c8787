package org.beffroi.correspondence.domain;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.beffroi.correspondence.domain.OutboxStore.Due;
import org.beffroi.correspondence.domain.WebhookStore.Envelope;
import org.beffroi.files.Safe;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts events to other machines, signed. One that takes nothing for {@link #PATIENCE} is left alone from then on. */
class WebhookCarrier implements Carrier {
    static final Duration PATIENCE = Duration.ofDays(7);
    /** «I am gone, do not come back» (RFC 9110, 15.5.11). */
    private static final int GONE = 410;

    private static final Logger LOG = LoggerFactory.getLogger(WebhookCarrier.class);

    private final WebhookStore store;
    private final Safe safe;
    private final Optional<HttpOut> out;
    private final Clock clock;

    /** @param out empty in a demonstration, of which nothing leaves the house */
    WebhookCarrier(WebhookStore store, Safe safe, Optional<HttpOut> out, Clock clock) {
        this.store = store;
        this.safe = safe;
        this.out = out;
        this.clock = clock;
    }

    @Override
    public Way way() {
        return Way.WEBHOOK;
    }

    @Override
    public How carry(Due due) {
        var envelope = store.envelope(due.message()).orElseThrow();
        if (envelope.ended()) {
            throw new Undelivered(Fault.REFUSED, new IllegalStateException("it is told nothing any more"));
        }
        if (out.isEmpty()) {
            return How.KEPT;
        }
        var now = clock.instant();
        try {
            var status = out.get().send(written(envelope, now));
            heard(due, envelope, String.valueOf(status), status / 100 == 2);
            if (status / 100 != 2) {
                throw new Undelivered(
                        status == GONE ? Fault.REFUSED : Fault.UNREACHABLE, new IOException("answered " + status));
            }
            return How.HTTP;
        } catch (IOException silent) {
            heard(due, envelope, why(silent), false);
            throw new Undelivered(Fault.UNREACHABLE, silent);
        }
    }

    private HttpPost written(Envelope envelope, Instant now) {
        var owner = envelope.webhook();
        var request = new HttpPost(URI.create(open(envelope, envelope.locked().address())));
        var secrets = new ArrayList<>(List.of(open(envelope, envelope.locked().secret())));
        if (envelope.oldUntil() != null && now.isBefore(envelope.oldUntil())) {
            Optional.ofNullable(envelope.locked().oldSecret())
                    .flatMap(old -> safe.open(owner, old))
                    .ifPresent(secrets::add);
        }
        request.setHeader(Signature.HEADER, Signature.of(envelope.body(), secrets, now));
        request.setHeader("Beffroi-Event", envelope.event().toString());
        request.setHeader("Idempotency-Key", envelope.event().toString());
        request.setEntity(
                new StringEntity(envelope.body(), ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
        return request;
    }

    private String open(Envelope envelope, String locked) {
        return safe.open(envelope.webhook(), locked)
                .orElseThrow(() -> new IllegalStateException(
                        "the key is missing that the webhook was locked with: see files.key, BEFFROI_FILES_KEYS"));
    }

    private static String why(IOException silent) {
        return switch (silent) {
            case Guard.Forbidden forbidden -> "FORBIDDEN";
            case UnknownHostException unknown -> "NO_NAME";
            case SSLException insecure -> "TLS";
            default -> "NO_ANSWER";
        };
    }

    private void heard(Due due, Envelope envelope, String answer, boolean taken) {
        var now = clock.instant();
        store.answered(due.message(), envelope.webhook(), answer, taken, now);
        if (taken) {
            return;
        }
        var failing = store.find(envelope.webhook())
                .map(Webhook::failingSince)
                .filter(since -> !since.plus(PATIENCE).isAfter(now));
        if (failing.isPresent() && store.end(envelope.webhook(), "FAILING", null, now)) {
            LOG.warn(
                    "Webhook {} to {} has taken nothing since {}, and is stopped",
                    envelope.webhook(),
                    due.address(),
                    failing.get());
        }
    }
}
