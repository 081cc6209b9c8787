package org.beffroi.incident;

import java.util.UUID;

/**
 * Something that a later module wants a structure to read: it is written into its conversation with the desk, in the house's own name, once.
 * Implemented by that module's event.
 */
public interface WordToStructure {
    UUID declaration();

    /** Tells it from all others of the conversation: 8 to 100 characters without spaces. */
    String key();

    /** The words, in both languages: nobody knows which one their reader has. */
    String text();
}
