package org.beffroi.access.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.beffroi.access.Role;
import org.beffroi.access.StructureRegister;
import org.beffroi.shared.FieldErrors;
import org.beffroi.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Roles, region and structures as people and machines write them: codes and FINESS numbers. */
@Component
public class RightsReader {
    private final StructureRegister structures;
    private final Taxonomy taxonomy;

    RightsReader(StructureRegister structures, Taxonomy taxonomy) {
        this.structures = structures;
        this.taxonomy = taxonomy;
    }

    /**
     * What was understood, and what was not.
     *
     * @param region INSEE code; null for none
     */
    public record Rights(Set<Role> roles, @Nullable String region, Set<UUID> structures, FieldErrors errors) {}

    /** @param finess numbers, with or without blanks in them */
    public Rights read(Collection<String> roles, @Nullable String region, Collection<String> finess) {
        var errors = FieldErrors.NONE;
        var known = EnumSet.noneOf(Role.class);
        for (var typed : roles) {
            var role = Arrays.stream(Role.values())
                    .filter(one -> one.name().equalsIgnoreCase(typed.strip()))
                    .findFirst();
            role.ifPresent(known::add);
            if (role.isEmpty() && errors.of("roles").isEmpty()) {
                errors = errors.and("roles", "access.error.unknown-role", typed, allRoles());
            }
        }
        var code = region == null || region.isBlank() ? null : region.strip();
        if (code != null
                && taxonomy.vocabulary("region").terms().stream()
                        .noneMatch(term -> term.code().equals(code))) {
            errors = errors.and("region", "access.error.unknown-region", code);
        }
        var ids = new HashSet<UUID>();
        for (var typed : finess) {
            var id = structures.identifier(typed);
            id.ifPresent(ids::add);
            if (id.isEmpty() && errors.of("structures").isEmpty()) {
                errors = errors.and("structures", "access.error.unknown-structure", typed);
            }
        }
        return new Rights(known, code, ids, errors);
    }

    private static String allRoles() {
        return Arrays.stream(Role.values()).map(Role::name).collect(Collectors.joining(", "));
    }
}
