package org.beffroi.declaration;

/** Who made a version, as far as everybody who may read it may know. */
public enum Author {
    /** Whoever holds the secret link, or declared without an account. */
    GUEST,
    /** An account of a structure, or a structure's machine. */
    ACCOUNT,
    /** The national desk, for the structure. */
    DESK,
    /** An import. */
    IMPORT
}
