package org.beffroi.declaration;

/** What follows a declaration has failed, and with it the transaction in which the declaration was taken in. */
public final class NotFollowed extends RuntimeException {
    public NotFollowed(RuntimeException cause) {
        super("what follows a declaration failed: " + cause.getMessage(), cause);
    }
}
