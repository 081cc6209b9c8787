package org.beffroi.incident.domain;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.access.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, and when.
 *
 * @param account null for Beffroi itself
 * @param name at that time
 */
public record Who(@Nullable UUID account, String name, Instant at) {
    static Who of(Viewer viewer, Instant at) {
        return new Who(viewer.account(), viewer.name(), at);
    }
}
