package org.beffroi.access.domain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.beffroi.access.Role;
import org.beffroi.access.Scope;
import org.beffroi.access.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in.
 *
 * @param region for an agency: its INSEE code
 * @param structures for a declarant
 * @param mustChangePassword while it is one that an administrator handed over
 * @param generation of its sessions: those that began under an earlier one are over
 */
public record Account(
        UUID id,
        String email,
        String name,
        String passwordHash,
        Set<Role> roles,
        @Nullable String region,
        Set<UUID> structures,
        boolean enabled,
        boolean mustChangePassword,
        int generation) {

    /** What an administrator sees of it, for comparing: whoever decides on something else than what is there now, decides again. */
    public String seen() {
        var structuresInOrder = structures.stream().map(UUID::toString).sorted().toList();
        var shown = List.of(
                name, roles.stream().sorted().toList(), region == null ? "" : region, structuresInOrder, enabled);
        return UUID.nameUUIDFromBytes(shown.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /**
     * National for the desk; an agency's region; a declarant's structures. Who looks after the house, or studies its figures, has no reason
     * to see an incident: administering or observing alone opens nothing.
     */
    Scope scope() {
        if (roles.contains(Role.ANALYST) || roles.contains(Role.LEAD)) {
            return Scope.nation();
        }
        var regions = roles.contains(Role.AGENCY) && region != null ? Set.of(region) : Set.<String>of();
        return new Scope(false, regions, roles.contains(Role.DECLARANT) ? structures : Set.of());
    }

    public Viewer viewer() {
        return new Viewer(id, name, roles, scope());
    }
}
