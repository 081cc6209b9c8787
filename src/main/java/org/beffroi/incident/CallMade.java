package org.beffroi.incident;

import java.time.Instant;
import java.util.UUID;
import org.beffroi.shared.PublicReference;

/**
 * Somebody of the desk is to be told now, out of hours, that a major incident waits. Never of a rehearsal or a demonstration. Heard twice, it
 * is one.
 *
 * @param id of this calling of this person
 * @param account whom; how to reach them, {@link org.beffroi.access.Colleagues} knows at that moment
 * @param reference of the gravest of the incidents that are called for: all that may be told of it outside
 * @param step 1: who is first on call; 2: the second too; from 3 on: the leads too
 */
public record CallMade(UUID id, UUID account, PublicReference reference, int step, Instant calledAt) {}
