package org.beffroi.incident.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an incident.
 *
 * @param by who; empty where the structure did it
 * @param subject a reference, a name, a code or a version, as the kind has it
 * @param text as it was written, for notes and reasons; a code or a reference, as the kind has it
 * @param other reference of the incident that a declaration came from or went to, where the viewer may know it
 * @param of reference of the incident that it happened to, where that one lives on in this one; null: this one itself
 * @param details what was decided, field by field
 */
public record TimelineEntry(
        Instant at,
        Kind kind,
        String by,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String other,
        @Nullable String of,
        List<Detail> details) {

    /** What happened. */
    public enum Kind {
        /** A structure declared; subject: the reference. */
        DECLARED,
        /** It added a version; subject: the version's number, text: the declaration's reference. */
        AMENDED,
        /** It is known that it comes from the structure; subject: the reference, text: CALLED_BACK, CONFIRMED or null. */
        VERIFIED,
        /** A declaration joined; subject: its reference, other: where from, text: the reason. */
        JOINED,
        /** A declaration left for another incident; subject: its reference, other: where to, text: the reason. */
        LEFT,
        /** A declaration that had joined was taken out again; subject: its reference, other: where to, text: the reason. */
        SPLIT,
        /** A declaration that had joined another incident came back; subject: its reference, other: where from, text: the reason. */
        RETURNED,
        /** In hand; subject: of whom. */
        TAKEN,
        /** Judged; subject: code of the severity, details: what was judged, or what was changed. */
        TRIAGED,
        /** A playbook was begun, for the desk; subject: its title. */
        FOLLOWED,
        /** Written down, for the desk. */
        NOTED,
        /** Works normally again; subject: since when, ISO 8601. */
        RESOLVED,
        /** Over; subject: code of the outcome, details: the entry point. */
        CLOSED,
        /** Taken up again; text: the reason. */
        REOPENED,
        /** A later module found it graver; subject: code of the severity, text: message key of the reason. */
        SIGNALLED
    }

    /**
     * One field of a decision.
     *
     * @param vocabulary of the codes; null for yes and no, which are {@code true} and {@code false}
     * @param before codes; null where it was decided for the first time
     * @param after codes; empty: left open
     */
    public record Detail(
            String field,
            @Nullable String vocabulary,
            @Nullable List<String> before,
            List<String> after) {}

    TimelineEntry with(List<Detail> decided) {
        return new TimelineEntry(at, kind, by, subject, text, other, of, decided);
    }
}
