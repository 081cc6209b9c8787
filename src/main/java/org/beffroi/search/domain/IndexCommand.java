package org.beffroi.search.domain;

import java.io.PrintStream;
import java.util.List;
import org.beffroi.shared.Command;
import org.springframework.stereotype.Component;

/** {@code search index}: does at once what the server does by and by; with {@code --all}, makes the whole index again. */
@Component
class IndexCommand implements Command {
    private static final int STEP = 1_000;
    private static final int TOLD_EACH = 10_000;

    private final Indexer indexer;

    IndexCommand(Indexer indexer) {
        this.indexer = indexer;
    }

    @Override
    public String name() {
        return "search index";
    }

    @Override
    public String help() {
        return "[--all]   brings the index of the search up to date, or makes all of it again; may be cut off and begun again";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        var all = arguments.equals(List.of("--all"));
        if (!all && !arguments.isEmpty()) {
            out.println("Usage: search index " + help());
            return 2;
        }
        if (all) {
            indexer.restart();
        }
        int written = 0;
        Indexer.Worked step;
        do {
            step = indexer.work(STEP, true);
            if ((written + step.written()) / TOLD_EACH > written / TOLD_EACH) {
                out.printf("%,d declarations…%n", written + step.written());
            }
            written += step.written();
        } while (step.left() || step.written() > 0);
        out.printf("The index is up to date: %,d declarations were read.%n", written);
        return 0;
    }
}
