package org.beffroi.declaration.domain;

import org.jspecify.annotations.Nullable;

/**
 * One question of the form. Its words are the messages {@code declaration.question.<key>} and {@code declaration.hint.<key>}.
 *
 * @param vocabulary where the codes of a choice come from
 * @param max longest answer, in characters (code points); 0 for the type's own limit
 */
public record FormQuestion(String key, Type type, @Nullable String vocabulary, boolean required, int max) {

    /** How a question is asked, and how its answer is read. */
    public enum Type {
        /** A structure of the directory by its FINESS number or identifier, or as typed when it is not there. */
        STRUCTURE,
        /** One line. */
        TEXT,
        /** Several lines. */
        LONG,
        /** A telephone number, as people write it. */
        PHONE,
        /** An e-mail address. */
        EMAIL,
        /** A date and time: with an offset, or local to the declaration's zone. */
        INSTANT,
        /** The zone of the times in this declaration, as {@code Europe/Paris}. */
        ZONE,
        /** One code of a vocabulary. */
        CHOICE,
        /** Several codes of a vocabulary. */
        CHOICES,
        /** Yes, or nothing. */
        FLAG
    }

    public int limit() {
        return max > 0 ? max : 200;
    }
}
