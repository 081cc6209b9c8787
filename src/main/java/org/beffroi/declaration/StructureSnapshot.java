package org.beffroi.declaration;

import java.time.ZoneId;
import java.util.UUID;
import org.beffroi.directory.Overseas;
import org.beffroi.directory.Structure;
import org.beffroi.shared.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The structure as it was on the day of the declaration.
 *
 * @param id in the directory; null when the declarant's structure was not found there, and {@code name} is what was typed
 * @param country ISO 3166-1 alpha-2
 * @param category code of the vocabulary {@code structure-category}
 * @param group code of the vocabulary {@code structure-group}
 * @param obliged whether its category must declare (CSP L.1111-8-2)
 * @param region INSEE code in France
 */
public record StructureSnapshot(
        @Nullable UUID id,
        String name,
        @Nullable String finess,
        String country,
        @Nullable String category,
        @Nullable String group,
        boolean obliged,
        @Nullable String region,
        @Nullable String department,
        @Nullable String town) {

    public static StructureSnapshot of(Structure structure) {
        return new StructureSnapshot(
                structure.id(),
                structure.name(),
                structure.finess(),
                structure.country(),
                structure.category(),
                structure.group(),
                structure.obliged(),
                structure.region(),
                structure.department(),
                structure.town());
    }

    /** A structure that the directory does not know, by what was typed. */
    public static StructureSnapshot unknown(String typed) {
        return new StructureSnapshot(null, typed, null, "FR", null, null, false, null, null, null);
    }

    /** Which hour it is there; of a structure that is not known, the hour of Paris. */
    public ZoneId zone() {
        return Overseas.zone(department);
    }

    Fact in(Fact fact) {
        return fact.about("structure", id)
                .with("country", country)
                .with("category", category)
                .with("group", group)
                .with("obliged", obliged)
                .with("region", region)
                .with("department", department);
    }
}
