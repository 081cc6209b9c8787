package org.beffroi.access;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * How far a viewer sees: the nation, some regions, some structures, or nothing.
 *
 * @param regions INSEE codes, two digits
 * @param structures identifiers of the directory
 */
public record Scope(boolean national, Set<String> regions, Set<UUID> structures) {

    /** A predicate for a WHERE, and its named parameters. It is whole in itself: {@code and (…)} is not needed around it. */
    public record Clause(String sql, Map<String, Object> parameters) {}

    public Scope {
        regions = Set.copyOf(regions);
        structures = Set.copyOf(structures);
    }

    public static Scope nation() {
        return new Scope(true, Set.of(), Set.of());
    }

    public static Scope regions(Set<String> regions) {
        return new Scope(false, regions, Set.of());
    }

    public static Scope structures(Set<UUID> structures) {
        return new Scope(false, Set.of(), structures);
    }

    public static Scope nothing() {
        return new Scope(false, Set.of(), Set.of());
    }

    /**
     * The rows within this scope, by the columns that hold a row's region and structure. Both are names from our own SQL, never from a
     * request.
     */
    public Clause on(String regionColumn, String structureColumn) {
        if (national) {
            return new Clause("true", Map.of());
        }
        if (!regions.isEmpty() && !structures.isEmpty()) {
            return new Clause(
                    "(%s in (:scopeRegions) or %s in (:scopeStructures))".formatted(regionColumn, structureColumn),
                    Map.of("scopeRegions", regions, "scopeStructures", structures));
        }
        if (!regions.isEmpty()) {
            return new Clause(regionColumn + " in (:scopeRegions)", Map.of("scopeRegions", regions));
        }
        if (!structures.isEmpty()) {
            return new Clause(structureColumn + " in (:scopeStructures)", Map.of("scopeStructures", structures));
        }
        return new Clause("false", Map.of());
    }
}
