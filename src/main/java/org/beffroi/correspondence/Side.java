package org.beffroi.correspondence;

/** Who writes. */
public enum Side {
    /** The national desk. */
    DESK,
    /** The structure: an account of its own, or whoever declared and holds the secret link. */
    STRUCTURE
}
