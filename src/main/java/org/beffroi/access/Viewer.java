package org.beffroi.access;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, for the length of one request.
 *
 * @param account null for a guest and for the system
 * @param name shown to colleagues; empty for a guest
 */
public record Viewer(@Nullable UUID account, String name, Set<Role> roles, Scope scope) {
    private static final Viewer GUEST = new Viewer(null, "", Set.of(), Scope.nothing());

    public Viewer {
        roles = Set.copyOf(roles);
    }

    /** Somebody who has not signed in. */
    public static Viewer guest() {
        return GUEST;
    }

    /** Beffroi itself, when it works without anybody's asking: imports, seeds, listeners. */
    public static Viewer system(String name) {
        return new Viewer(null, name, EnumSet.allOf(Role.class), Scope.nation());
    }

    public boolean signedIn() {
        return !roles.isEmpty();
    }

    public boolean is(Role... any) {
        for (var role : any) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the viewer works at the national desk. */
    public boolean atTheDesk() {
        return is(Role.ANALYST, Role.LEAD);
    }
}
