package org.beffroi.incident.domain;

/** What the desk can do with an incident. */
public enum Action {
    /** Have it in hand oneself. */
    TAKE,
    /** Give it to a colleague. */
    ASSIGN,
    /** Judge it, or judge it again. A cause may be found out long after the end. */
    TRIAGE,
    /** Write down something for colleagues. */
    NOTE,
    /** Say since when the structure works normally again. */
    RESOLVE,
    /** Say how it ended. */
    CLOSE,
    /** Take it up again. */
    REOPEN,
    /** Let another declaration join it. */
    JOIN,
    /** Take out a declaration that joined it by mistake. */
    SPLIT
}
