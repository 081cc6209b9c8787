package org.beffroi.directory;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place where people are cared for: in France a site of the FINESS register (établissement, ET), elsewhere what an import names.
 *
 * @param finess 9 characters; none abroad
 * @param legalEntityFiness of the legal entity (EJ) that runs it
 * @param legalEntityName as in the register
 * @param country ISO 3166-1 alpha-2
 * @param name as in the register, which writes capitals without accents
 * @param category code of the vocabulary {@code structure-category}
 * @param group code of the vocabulary {@code structure-group}, by its category
 * @param obliged whether its category must declare (CSP L.1111-8-2)
 * @param legalStatus code of the vocabulary {@code legal-status}; not every source says it
 * @param region code of the vocabulary {@code region} in France; abroad what the import says
 * @param department code of the vocabulary {@code department}
 * @param ght name of the hospital group (groupement hospitalier de territoire) of its legal entity
 * @param closedOn the day on which it closed, or will; it stays for its past incidents
 * @param position where known
 */
public record Structure(
        UUID id,
        @Nullable String finess,
        @Nullable String legalEntityFiness,
        @Nullable String legalEntityName,
        String country,
        String name,
        String category,
        String group,
        boolean obliged,
        @Nullable String legalStatus,
        @Nullable String region,
        @Nullable String department,
        @Nullable String town,
        @Nullable String ght,
        @Nullable LocalDate closedOn,
        Capacity capacity,
        @Nullable Position position) {

    /** The FINESS number as people read it aloud, or nothing. */
    public String spacedFiness() {
        return finess == null ? "" : new Finess(finess).spaced();
    }

    /** The legal entity's number as people read it aloud, or nothing. */
    public String spacedLegalEntityFiness() {
        return legalEntityFiness == null ? "" : new Finess(legalEntityFiness).spaced();
    }

    /** Which hour it is there. */
    public ZoneId zone() {
        return Overseas.zone(department);
    }

    public boolean openOn(LocalDate day) {
        return closedOn == null || closedOn.isAfter(day);
    }
}
