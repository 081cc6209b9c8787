package org.beffroi.incident.veris;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One VERIS incident in our words. VERIS knows neither care nor patients: those stay not known.
 *
 * @param key {@code incident_id}; the community's files hold a few twice
 * @param occurredOn first day of what is known
 * @param precision {@code DAYS}, {@code MONTHS} or {@code YEARS}: how much of {@code occurredOn} is known
 * @param foundAt occurrence and delay of discovery; the occurrence when no delay is known
 * @param country ISO 3166-1 alpha-2, or ZZ
 * @param region the victim's state or province, two or three letters
 * @param category structure-category
 * @param outcome outcome
 * @param origin origin
 * @param causes cause, the main one first
 * @param rsit the main RSIT type
 * @param entryPointKind entry-point-kind; only of malicious incidents
 * @param discovery discovery
 * @param systems system
 * @param dataKinds data-kind
 * @param dataEffects data-effect
 * @param unmapped values that the mapping does not know, as {@code enumeration = value}
 */
record VerisIncident(
        String key,
        LocalDate occurredOn,
        ChronoUnit precision,
        Instant foundAt,
        String country,
        @Nullable String region,
        String category,
        String outcome,
        String origin,
        List<String> causes,
        @Nullable String rsit,
        @Nullable String entryPointKind,
        @Nullable String discovery,
        List<String> systems,
        List<String> dataKinds,
        List<String> dataEffects,
        Set<String> unmapped) {

    /** Midnight UTC: VERIS gives no hour and no zone. */
    Instant occurredAt() {
        return occurredOn.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
