package org.beffroi.shared;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A page of {@code docs/generated}, made by the module that knows. It says the same whenever it is made from the same code: no date, no
 * machine, a fixed order.
 */
public interface GeneratedPage {
    /** The file's name without its ending, for example {@code glossary}. */
    String name();

    /** The whole page, in Markdown. */
    String text();

    /** One row of a table; what would break it is escaped. */
    static String row(String... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell.replace("|", "\\|").replaceAll("\\s+", " ").strip())
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** The first row of a table, and the rule below it. */
    static String head(String... columns) {
        return "\n" + row(columns) + "|---".repeat(columns.length) + "|\n";
    }
}
