package org.beffroi.access;

/** What somebody is here for. An account may hold several. */
public enum Role {
    /** Declares for one structure or several, and follows what was declared: security officer, director, on-call technician, nurse. */
    DECLARANT,
    /** Treats incidents at the national desk. */
    ANALYST,
    /** Leads the desk: everything an analyst does, and what needs a second pair of eyes. */
    LEAD,
    /** Regional health agency (ARS): its own region, nothing else. */
    AGENCY,
    /** Studies the figures of the whole country; sees no incident. */
    OBSERVATORY,
    /** Looks after accounts, tokens and the directory; sees no incident. */
    ADMIN
}
