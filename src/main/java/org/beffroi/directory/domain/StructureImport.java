package org.beffroi.directory.domain;

import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.beffroi.directory.domain.Rejection.Reason;
import org.beffroi.shared.Command;
import org.springframework.stereotype.Component;

/** {@code import structures FILE}. It may be interrupted and run again: what is there already is counted as unchanged. */
@Component
class StructureImport implements Command {
    private static final int DONE = 0;
    private static final int WITH_REFUSALS = 1;
    private static final int WRONG_ARGUMENTS = 2;

    private final EntryDesk desk;
    private final EntryRules rules;
    private final StructureDirectory directory;

    StructureImport(EntryDesk desk, EntryRules rules, StructureDirectory directory) {
        this.desk = desk;
        this.rules = rules;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "import structures";
    }

    @Override
    public String help() {
        return "FILE   takes in health structures (FINESS open data, CSV or JSON; SAE), plain or gzip";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) throws IOException {
        if (arguments.size() != 1) {
            out.println("Which file? Usage: import structures FILE");
            return WRONG_ARGUMENTS;
        }
        var path = Path.of(arguments.getFirst());
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            out.printf(Locale.ROOT, "%s is not there, or cannot be read. Nothing was done.%n", path);
            return WRONG_ARGUMENTS;
        }
        var tally = take(path, out);
        var count = directory.announceCount();
        out.printf(Locale.ROOT, "The directory knows %,d open structures that must declare.%n", count.obliged());
        return tally.refused() == 0 ? DONE : WITH_REFUSALS;
    }

    private Tally take(Path path, PrintStream out) throws IOException {
        try (var file = SourceFile.open(path)) {
            var format = file.format();
            var run = begin(path, format.map(Enum::name).orElse("UNKNOWN"), out);
            if (format.isEmpty()) {
                run.refuse(unknown());
                return run.finish(false);
            }
            out.printf(
                    Locale.ROOT,
                    "Importing %s: %s%n",
                    path.getFileName(),
                    format.get().words());
            return run.finish(read(file, format.get(), run));
        } catch (EOFException | ZipException e) {
            return broken(path, e, out);
        }
    }

    /** @return whether the file could be read to its end */
    private static boolean read(SourceFile file, StructureFormat format, ImportRun run) {
        try {
            return format.read(file.content(), run);
        } catch (EOFException e) {
            run.refuse(new Rejection(0, "", Reason.CUT_OFF, "the compressed file is not whole; copy it again"));
        } catch (IOException e) {
            run.refuse(new Rejection(0, "", Reason.UNREADABLE, String.valueOf(e.getMessage())));
        }
        return false;
    }

    /** A compressed file of which not even the beginning can be read. */
    private Tally broken(Path path, IOException fault, PrintStream out) {
        var run = begin(path, "UNKNOWN", out);
        run.refuse(new Rejection(0, "", Reason.CUT_OFF, "the compressed file is broken: " + fault.getMessage()));
        return run.finish(false);
    }

    private ImportRun begin(Path path, String format, PrintStream out) {
        return new ImportRun(desk.begin(String.valueOf(path.getFileName()), format), desk, rules, out);
    }

    private static Rejection unknown() {
        var known =
                Stream.of(StructureFormat.values()).map(StructureFormat::words).collect(Collectors.joining(", or "));
        return new Rejection(0, "", Reason.UNKNOWN_FORMAT, "expected " + known);
    }
}
