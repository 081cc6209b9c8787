package org.beffroi.directory;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for, and where one may look. Null means no limit, an empty set means nothing at all.
 *
 * @param typed words of names and towns, or a FINESS number, as typed; blank for all
 * @param closedToo also those that have closed
 * @param foreignToo also those outside France
 * @param regions codes of the regions that the asker may see
 * @param structures those that the asker may see
 * @param group code of the vocabulary {@code structure-group}
 * @param limit at most 500
 */
public record StructureQuery(
        String typed,
        boolean closedToo,
        boolean foreignToo,
        @Nullable Set<String> regions,
        @Nullable Set<UUID> structures,
        @Nullable String group,
        int limit) {

    /** Open structures of France, anywhere. */
    public static StructureQuery open(String typed, int limit) {
        return new StructureQuery(typed, false, false, null, null, null, limit);
    }

    public StructureQuery withClosed() {
        return new StructureQuery(typed, true, foreignToo, regions, structures, group, limit);
    }

    public StructureQuery withForeign() {
        return new StructureQuery(typed, closedToo, true, regions, structures, group, limit);
    }

    public StructureQuery inRegions(Set<String> regions) {
        return new StructureQuery(typed, closedToo, foreignToo, regions, structures, group, limit);
    }

    public StructureQuery among(Set<UUID> structures) {
        return new StructureQuery(typed, closedToo, foreignToo, regions, structures, group, limit);
    }

    public StructureQuery ofGroup(@Nullable String group) {
        return new StructureQuery(typed, closedToo, foreignToo, regions, structures, group, limit);
    }
}
