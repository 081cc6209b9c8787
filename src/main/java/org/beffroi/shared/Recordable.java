package org.beffroi.shared;

/** An event that the figures may know. The journal writes its fact in the transaction of the change. */
public interface Recordable {
    Fact fact();
}
