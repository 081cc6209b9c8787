package org.beffroi.incident.domain;

/** Where an incident stands. Never stored: it follows from the rows. */
public enum Status {
    /** Nobody of the desk has it in hand. */
    WAITING,
    /** Somebody of the desk has. */
    IN_HAND,
    /** The structure works normally again; the desk has yet to close. */
    RESOLVED,
    /** Over, until somebody reopens it. */
    CLOSED,
    /** Its declarations joined another incident, where things go on. */
    MERGED;

    /** Of badge: {@code done} or {@code info}. */
    public String kind() {
        return this == RESOLVED || this == CLOSED ? "done" : "info";
    }
}
