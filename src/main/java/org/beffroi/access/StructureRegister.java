package org.beffroi.access;

import java.util.Optional;
import java.util.UUID;

/** What accounts need to know of structures; the directory, which may use this module, answers. */
public interface StructureRegister {
    /** @param finess as typed, with or without spaces */
    Optional<UUID> identifier(String finess);

    /** Its FINESS number; empty when the structure is unknown or has none. */
    Optional<String> finess(UUID structure);

    /** The name to show; the identifier itself when the structure is unknown. */
    String name(UUID structure);
}
