package org.beffroi.files;

import java.util.Optional;
import java.util.UUID;

/** Locks a few words with the house's keys, by which files are locked too: whoever has the database alone does not read them. */
public interface Safe {
    /**
     * @param owner what they belong to: taken elsewhere they do not open
     * @return letters, digits and signs, to be kept
     */
    String lock(UUID owner, String words);

    /** @return empty when the key is not here any more, or something was changed */
    Optional<String> open(UUID owner, String locked);
}
