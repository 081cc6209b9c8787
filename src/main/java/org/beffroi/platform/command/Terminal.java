package org.beffroi.platform.command;

import java.io.PrintStream;

/** The terminal of the one who started this. */
final class Terminal {
    private Terminal() {}

    static PrintStream out() {
        return System.out;
    }
}
