package org.beffroi.declaration.domain;

import org.beffroi.declaration.DeclarationReceived;

/** A declaration was kept, and what should have been done with it at once was not. */
public record FollowingOwed(DeclarationReceived received) {}
