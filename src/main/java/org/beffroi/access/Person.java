package org.beffroi.access;

/** Somebody with an account, as colleagues choose among them. */
public record Person(String email, String name) {}
