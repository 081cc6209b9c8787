package org.beffroi.shared;

import java.io.PrintStream;
import java.util.List;

/**
 * Something the operator does from the shell: {@code ./beffroi NAME ARGUMENTS}. It runs in the application's context without the web
 * server, whether or not a server is running beside it.
 */
public interface Command {
    /** The first words of the command line, for example {@code import structures}. */
    String name();

    /** One line: the arguments and what it does. */
    String help();

    /**
     * @param out for people; progress goes there too
     * @return the process's exit code: 0 done, 1 done with refusals or findings, 2 wrong arguments
     */
    int run(List<String> arguments, PrintStream out) throws Exception;
}
