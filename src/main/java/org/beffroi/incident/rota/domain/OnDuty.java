package org.beffroi.incident.rota.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who answers now.
 *
 * @param people those who would answer, the first first; empty: nobody
 * @param hole the slot that is on, or the one that comes tonight, where nobody is on call; null: there is none
 */
public record OnDuty(
        RotaShift shift, List<Answerer> people, @Nullable RotaShift hole) {

    /** @param phone as they gave it; null: they have not */
    public record Answerer(int rank, String name, @Nullable String phone) {}
}
