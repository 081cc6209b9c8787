package org.beffroi.incident;

import java.time.Instant;
import java.util.UUID;

/**
 * A text that may be found.
 *
 * @param at when it was written
 * @param place where it is read, behind the address of the incident: {@code /messages#m3}
 */
public record SearchText(UUID declaration, Kind kind, Instant at, String text, String place) {

    /** Who may read it, besides the desk, which reads all. */
    public enum Readers {
        /** Nobody. */
        DESK,
        /** An agency that sees the declaration. */
        DECLARATION,
        /** An agency that sees any declaration of the incident. */
        INCIDENT
    }

    /** What it is. */
    public enum Kind {
        /** Name, town, numbers. */
        NAME(Readers.DECLARATION),
        DECLARED(Readers.DECLARATION),
        MESSAGE(Readers.DESK),
        NOTE(Readers.DESK),
        /** A line of the logbook. */
        LOG(Readers.DESK),
        HANDOVER(Readers.DESK),
        TASK(Readers.DESK),
        TAG(Readers.DESK),
        /** That the desk keeps to itself, by its TLP. */
        OBSERVABLE(Readers.DESK),
        OBSERVABLE_TOLD(Readers.INCIDENT),
        TECHNIQUE(Readers.DESK),
        /** The name of a file, and what was said of it. */
        FILE(Readers.DESK);

        private final Readers readers;

        Kind(Readers readers) {
            this.readers = readers;
        }

        public Readers readers() {
            return readers;
        }
    }
}
