package org.beffroi.correspondence.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another machine that is told what happens here.
 *
 * @param name whose machine it is, as whoever registered it calls it
 * @param host scheme, host and port of its address; the rest may hold a secret, and is shown to nobody
 * @param rehearsals whether it is told of rehearsals too
 * @param oldSecretUntil until when the secret before this one signs too; null: only one does
 * @param failingSince since when nothing was taken that was posted; null: the last one was
 * @param ended why nothing is posted any more: {@code STOPPED} by somebody, {@code FAILING} for a week; null: it goes on
 * @param endedBy who stopped it; null where it was Beffroi
 */
public record Webhook(
        UUID id,
        String name,
        String host,
        boolean rehearsals,
        Instant madeAt,
        String madeBy,
        @Nullable Instant oldSecretUntil,
        @Nullable Instant failingSince,
        @Nullable String ended,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {
    /** So long it is news that one was stopped. */
    private static final Duration NEWS = Duration.ofDays(30);

    /** Those that take nothing, or were lately stopped for it; who was registered anew since then hears us again. */
    static List<Webhook> deaf(List<Webhook> all, Instant now) {
        return all.stream().filter(hook -> hook.isDeaf(all, now)).toList();
    }

    private boolean isDeaf(List<Webhook> all, Instant now) {
        if (endedAt == null) {
            return failingSince != null;
        }
        return "FAILING".equals(ended)
                && endedAt.isAfter(now.minus(NEWS))
                && all.stream().noneMatch(other -> other.host.equals(host) && !other.madeAt.isBefore(endedAt));
    }

    /**
     * One event on its way to it.
     *
     * @param id of the event, the same for all who are told of it, and however often it is posted
     * @param kind {@code incident.closed}
     * @param reference of the declaration or incident; null: a test
     * @param answer to the last attempt: a status, or {@code NO_ANSWER}, {@code NO_NAME}, {@code FORBIDDEN}, {@code TLS}; null: not tried
     * @param attempts how many
     */
    public record HookCall(
            UUID id,
            String kind,
            @Nullable String reference,
            Instant at,
            Delivery.State state,
            @Nullable String answer,
            int attempts,
            @Nullable Instant triedAt,
            @Nullable Instant next) {}

    /** @param last the newest first */
    public record HookHistory(Webhook webhook, List<HookCall> last) {}

    /** @param secret shown this once */
    public record HookSecret(UUID id, String secret) {}
}
