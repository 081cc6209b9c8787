package org.beffroi.observatory.domain;

/** How much of a year's figures a reader has before him. */
public enum Stage {
    /** All of it: the reader's work needs every count, or the collection is public incident by incident. */
    WHOLE,
    /** The public, while the year has no release: how many incidents are known, month after month, to within five. */
    RUNNING,
    /** The public, from the release on: small counts suppressed, the same figures for ever. */
    RELEASED
}
