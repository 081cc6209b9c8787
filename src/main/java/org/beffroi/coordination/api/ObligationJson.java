package org.beffroi.coordination.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.beffroi.coordination.Obligation;
import org.beffroi.coordination.domain.Duty;
import org.beffroi.coordination.domain.Kept;
import org.beffroi.shared.PublicReference;
import org.jspecify.annotations.Nullable;

/**
 * An obligation.
 *
 * @param by who has to do it
 * @param reason rule of {@code coordination/rules.yaml}
 * @param due null: without delay
 * @param endedAt when it ceased to apply; null while it does
 * @param fields keys of the questions answered that the recipient may see
 */
record ObligationJson(
        PublicReference declaration,
        String structure,
        String recipient,
        Obligation.By by,
        String reason,
        String source,
        Instant from,
        @Nullable Instant due,
        @Nullable Instant endedAt,
        @Nullable Told told,
        List<String> fields) {

    record Told(
            Instant toldAt,
            String channel,
            @Nullable String receipt,
            @Nullable String lateBecause,
            boolean late,
            Instant recordedAt,
            String by) {
        static Told of(Kept kept, Kept.Told told) {
            return new Told(
                    told.at(),
                    told.channel(),
                    told.receipt(),
                    told.lateBecause(),
                    kept.lateAt(told.at()),
                    told.recordedAt(),
                    told.by());
        }
    }

    static ObligationJson of(Duty duty) {
        var kept = duty.kept();
        return new ObligationJson(
                duty.declaration(),
                duty.structure(),
                kept.recipient(),
                kept.by(),
                kept.reason(),
                kept.source(),
                kept.from(),
                kept.due(),
                kept.endedAt(),
                kept.told() == null ? null : Told.of(kept, kept.told()),
                List.copyOf(duty.answers().keySet()));
    }

    record Telling(
            @Nullable String declaration,
            @Nullable String toldAt,
            @Nullable String channel,
            @Nullable String receipt,
            @Nullable String lateBecause) {
        org.beffroi.coordination.domain.Telling telling() {
            return new org.beffroi.coordination.domain.Telling(declaration, instant(), channel, receipt, lateBecause);
        }

        private @Nullable Instant instant() {
            try {
                return toldAt == null ? null : OffsetDateTime.parse(toldAt).toInstant();
            } catch (DateTimeException noInstant) {
                return null;
            }
        }
    }
}
