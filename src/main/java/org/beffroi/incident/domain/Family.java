package org.beffroi.incident.domain;

/**
 * An incident and all that live on in it. The declarations of an incident are those whose numbers its family bears: an incident lives by
 * itself exactly as long as the declaration that gave it its number belongs to it.
 */
public final class Family {
    /** To follow {@code with recursive}: a relation {@code tree} of the identifiers, of {@code :incident} first. */
    public static final String TREE = """
            tree (id) as (
                select cast(:incident as uuid)
                union all
                select m.incident_id from incident.merger m join tree on m.into_incident = tree.id where m.ended_at is null)
            """;

    private Family() {}
}
