package org.beffroi.incident.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an incident.
 *
 * @param by who; empty where the structure did it
 * @param subject a reference, a name, a code or a version, as the kind has it
 * @param text as it was written, for notes and reasons
 */
public record TimelineEntry(
        Instant at,
        Kind kind,
        String by,
        @Nullable String subject,
        @Nullable String text) {
    /** What happened. */
    public enum Kind {
        /** A structure declared; subject: the reference. */
        DECLARED,
        /** It added a version; subject: the version's number. */
        AMENDED,
        /** It is known that it comes from the structure; subject: the reference. */
        VERIFIED,
        /** A declaration joined; subject: its reference. */
        JOINED,
        /** A declaration left for another incident; subject: its reference. */
        LEFT,
        /** In hand; subject: of whom. */
        TAKEN,
        /** Judged; subject: code of the severity. */
        TRIAGED,
        /** Written down, for the desk. */
        NOTED,
        /** Works normally again. */
        RESOLVED,
        /** Over; subject: code of the outcome. */
        CLOSED,
        /** Taken up again; text: the reason. */
        REOPENED,
        /** A later module found it graver; subject: code of the severity, text: message key of the reason. */
        SIGNALLED
    }

    /** Whether it is for the desk alone. */
    boolean internal() {
        return kind == Kind.NOTED || kind == Kind.REOPENED;
    }
}
