package org.beffroi.incident;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A later module's reason why an incident must not be closed yet. Asked before each closure; one that fails counts as an objection. */
public interface ClosureObjection {
    Optional<Objection> to(UUID incident);

    /**
     * @param key message key of the reason, which also says what to do
     * @param arguments of the message
     */
    record Objection(String key, List<Object> arguments) {}
}
