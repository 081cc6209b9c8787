package org.beffroi.correspondence.domain;

/** Whom a message to many of an incident's structures is meant for, as things stand when it is sent. */
public enum Audience {
    /** All of them. */
    ALL,
    /** Where care is disturbed, and it is not said to be over. */
    CARE_DISTURBED,
    /** Who has not opened the desk's last message. */
    NOT_OPENED,
    /** Who has not answered the desk's last message. */
    NOT_ANSWERED
}
