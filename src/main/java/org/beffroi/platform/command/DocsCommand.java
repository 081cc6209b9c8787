package org.beffroi.platform.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.beffroi.shared.Command;
import org.beffroi.shared.GeneratedPage;
import org.springframework.stereotype.Component;

/** Writes down what the application knows of itself, or says which pages no longer fit. */
@Component
class DocsCommand implements Command {
    private static final Path FOLDER = Path.of("docs", "generated");
    private static final String NOTE = "<!-- Made by `./beffroi docs` from the code: change that, not this. -->\n";

    private final List<GeneratedPage> pages;

    DocsCommand(List<GeneratedPage> pages) {
        this.pages = pages;
    }

    @Override
    public String name() {
        return "docs";
    }

    @Override
    public String help() {
        return "[--check] [FOLDER] rebuilds docs/generated; with --check, compares only";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) throws IOException {
        var words = new ArrayList<>(arguments);
        var check = words.remove("--check");
        if (words.size() > 1 || words.stream().anyMatch(word -> word.startsWith("-"))) {
            out.println(name() + " " + help());
            return 2;
        }
        var folder = words.isEmpty() ? FOLDER : Path.of(words.getFirst());
        try {
            return check ? verdict(differing(folder), folder, out) : rebuild(folder, out);
        } catch (IllegalStateException | UncheckedIOException unfinished) {
            out.println(unfinished.getMessage());
            return 1;
        }
    }

    private int rebuild(Path folder, PrintStream out) throws IOException {
        var differing = differing(folder);
        for (var file : differing.entrySet()) {
            write(folder.resolve(file.getKey()), file.getValue());
        }
        out.printf("%d pages in %s, %d changed%n", pages.size(), folder, differing.size());
        return 0;
    }

    private static int verdict(Map<String, String> differing, Path folder, PrintStream out) {
        if (differing.isEmpty()) {
            out.println(folder + " fits the code");
            return 0;
        }
        differing.keySet().forEach(name -> out.println(folder.resolve(name) + " does not fit the code"));
        out.println("  → ./beffroi docs rebuilds them; look at the difference, then commit them with the change.");
        return 1;
    }

    /** What each file that differs should hold; empty text for one that should not be there. */
    private Map<String, String> differing(Path folder) throws IOException {
        var differing = new TreeMap<String, String>();
        for (var name : present(folder)) {
            differing.put(name, "");
        }
        for (var page : pages) {
            var file = folder.resolve(page.name() + ".md");
            var text = NOTE + page.text();
            differing.remove(page.name() + ".md");
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                differing.put(page.name() + ".md", text);
            }
        }
        return differing;
    }

    private static List<String> present(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".md"))
                    .toList();
        }
    }

    private static void write(Path file, String text) throws IOException {
        if (text.isEmpty()) {
            Files.delete(file);
        } else {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        }
    }
}
