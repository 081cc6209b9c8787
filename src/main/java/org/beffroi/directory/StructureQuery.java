package org.beffroi.directory;

import org.beffroi.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for, and where one may look.
 *
 * @param typed words of names and towns, or a FINESS number, as typed; blank for all
 * @param scope how far the asker sees
 * @param closedToo also those that have closed
 * @param foreignToo also those outside France
 * @param region code of the vocabulary {@code region}; null for all
 * @param group code of the vocabulary {@code structure-group}; null for all
 * @param limit at most 500
 */
public record StructureQuery(
        String typed,
        Scope scope,
        boolean closedToo,
        boolean foreignToo,
        @Nullable String region,
        @Nullable String group,
        int limit) {

    /** Open structures of France, which are public knowledge. */
    public static StructureQuery open(String typed, int limit) {
        return new StructureQuery(typed, Scope.nation(), false, false, null, null, limit);
    }
}
