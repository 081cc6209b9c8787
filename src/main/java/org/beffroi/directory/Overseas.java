package org.beffroi.directory;

import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.beffroi.shared.Paris;
import org.jspecify.annotations.Nullable;

/** Which hour it is where a structure is: its department's, Paris everywhere else. */
public final class Overseas {
    private static final Map<String, ZoneId> ZONES = new LinkedHashMap<>();

    static {
        ZONES.put("971", ZoneId.of("America/Guadeloupe"));
        ZONES.put("972", ZoneId.of("America/Martinique"));
        ZONES.put("973", ZoneId.of("America/Cayenne"));
        ZONES.put("975", ZoneId.of("America/Miquelon"));
        ZONES.put("974", ZoneId.of("Indian/Reunion"));
        ZONES.put("976", ZoneId.of("Indian/Mayotte"));
    }

    private Overseas() {}

    /** @param department code of the vocabulary {@code department}; null where it is not known */
    public static ZoneId zone(@Nullable String department) {
        return department == null ? Paris.ZONE : ZONES.getOrDefault(department, Paris.ZONE);
    }

    /** Those that are not Paris, in the order of the map from west to east. */
    public static Collection<ZoneId> zones() {
        return List.copyOf(ZONES.values());
    }
}
