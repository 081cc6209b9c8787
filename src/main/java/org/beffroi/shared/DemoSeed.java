package org.beffroi.shared;

import java.io.PrintStream;

/** A module's part of the demonstration world. Seeds run in {@code @Order}, once, through the same services as people's work. */
public interface DemoSeed {
    void sow(PrintStream progress);
}
