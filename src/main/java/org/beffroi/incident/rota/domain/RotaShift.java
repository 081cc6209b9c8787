package org.beffroi.incident.rota.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.beffroi.incident.rota.domain.Slot.Part;
import org.jspecify.annotations.Nullable;

/**
 * A slot with its people.
 *
 * @param slot {@code 2026-11-23/NIGHT}
 * @param open whether people sit at the desk; otherwise somebody is on call
 * @param first who is called first; null: nobody
 * @param second who is called when the first does not answer; null: nobody
 */
public record RotaShift(
        String slot,
        LocalDate day,
        Part part,
        Instant from,
        Instant to,
        boolean open,
        When when,
        @Nullable RotaTurn first,
        @Nullable RotaTurn second) {

    /** Where it lies. */
    public enum When {
        PAST,
        NOW,
        COMING
    }

    /**
     * Whose turn it is.
     *
     * @param gone works at the desk no more: nobody would answer
     */
    public record RotaTurn(int rank, UUID account, String name, boolean gone) {}

    /** Those who would answer, the first first. */
    public List<RotaTurn> there() {
        return Stream.of(first, second)
                .flatMap(Stream::ofNullable)
                .filter(turn -> !turn.gone())
                .toList();
    }

    /** Nobody would answer, and it is not over. */
    public boolean isHole() {
        return when != When.PAST && there().isEmpty();
    }
}
