package org.beffroi.declaration;

/**
 * What a later module does with each declaration as it is received, in the same transaction: what is acknowledged has been followed. A fault
 * here never refuses the declaration: it is then kept alone, and followed later, until that succeeds.
 */
public interface Follower {
    /** Twice does no harm. */
    void follow(DeclarationReceived received);
}
