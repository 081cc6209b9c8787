package org.beffroi.correspondence.domain;

/** @param address a mailbox, or a number in the form of E.164 ({@code +33612345678}) */
record Reach(Way way, String address) {}
