package org.beffroi.correspondence.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.beffroi.declaration.Sheet;
import org.beffroi.shared.PublicReference;
import org.beffroi.shared.World;
import org.jspecify.annotations.Nullable;

/**
 * What another machine is told: identifiers, references, times and links. No words that anybody wrote, and no structure's name: whoever may
 * know more reads it here, with a token.
 *
 * @param id the same however often it is posted, and whoever is told
 * @param kind {@code declaration.received}, {@code incident.opened}, {@code .taken}, {@code .closed}, {@code .reopened},
 *     {@code message.written}, {@code test}
 * @param at when it happened
 * @param reference of the declaration, or of the incident
 * @param by of a message: {@code DESK} or {@code STRUCTURE}
 * @param link within this house's API
 */
record WebhookEvent(
        UUID id,
        String kind,
        Instant at,
        @Nullable World world,
        @Nullable PublicReference reference,
        @Nullable String by,
        @Nullable String link) {

    /** The same thing heard twice has one identifier. */
    static WebhookEvent about(Sheet sheet, String kind, Instant at, @Nullable String by, String link) {
        var what = "%s %s %s %s".formatted(kind, sheet.reference(), at, by);
        return new WebhookEvent(
                UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)),
                kind,
                at,
                sheet.world(),
                sheet.reference(),
                by,
                "/api/v1/" + link.formatted(sheet.reference()));
    }
}
