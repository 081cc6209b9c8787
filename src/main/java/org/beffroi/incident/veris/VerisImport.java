package org.beffroi.incident.veris;

import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import org.beffroi.shared.Command;
import org.beffroi.shared.World;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code import veris FILE}. It may be interrupted and run again: what is there already is counted as unchanged. */
@Component
class VerisImport implements Command {
    private static final int DONE = 0;
    private static final int WITH_REFUSALS = 1;
    private static final int WRONG_ARGUMENTS = 2;
    /** A file of which so many lines at the beginning are no objects is another sort of file. */
    private static final int FIRST_LINES = 3;

    private static final String USAGE = "Usage: import veris FILE [--world vcdb]";

    private final VerisReader reader;
    private final VerisMapping mapping;
    private final VerisIntake intake;
    private final MessageSource texts;
    private final JsonMapper json = new JsonMapper();

    VerisImport(VerisReader reader, VerisMapping mapping, VerisIntake intake, MessageSource texts) {
        this.reader = reader;
        this.mapping = mapping;
        this.intake = intake;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "import veris";
    }

    @Override
    public String help() {
        return "FILE [--world vcdb]   takes in incidents (VERIS 1.3, one JSON object a line, plain or gzip), in a world of their own";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) throws IOException {
        var words = new ArrayList<String>();
        var name = "vcdb";
        for (var at = arguments.iterator(); at.hasNext(); ) {
            var word = at.next();
            if (word.equals("--world") && at.hasNext()) {
                name = at.next();
            } else if (word.startsWith("--world=")) {
                name = word.substring("--world=".length());
            } else {
                words.add(word);
            }
        }
        var world = world(name);
        if (words.size() != 1 || world.isEmpty()) {
            out.println(
                    world.isEmpty()
                            ? "A world is lower-case letters, digits and hyphens, and not «national»: its figures are declared ones. "
                                    + USAGE
                            : "Which file? " + USAGE);
            return WRONG_ARGUMENTS;
        }
        var path = Path.of(words.getFirst());
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            out.printf(Locale.ROOT, "%s is not there, or cannot be read. Nothing was done.%n", path);
            return WRONG_ARGUMENTS;
        }
        return take(path, new VerisRun(intake, world.get(), texts, out)) ? DONE : WITH_REFUSALS;
    }

    private static Optional<World> world(String name) {
        try {
            return Optional.of(new World(name)).filter(world -> !world.equals(World.NATIONAL) && !world.isRehearsal());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean take(Path path, VerisRun run) throws IOException {
        long number = 0;
        var understood = false;
        try (var lines = VerisLines.open(path)) {
            while (lines.advance()) {
                number++;
                understood |= take(number, lines, run);
                if (!understood && run.refused() == FIRST_LINES) {
                    run.stop("this is not JSON lines");
                    break;
                }
                run.progress(number, lines);
            }
        } catch (EOFException e) {
            run.refuse(number + 1, "the compressed file ends in the middle; copy it again");
        } catch (ZipException e) {
            run.refuse(number + 1, "the compressed file is broken: " + e.getMessage());
        }
        return run.finish();
    }

    /** @return whether it is an object, whatever else is wrong with it */
    private boolean take(long number, VerisLines lines, VerisRun run) {
        var understood = false;
        try {
            var text = lines.text();
            if (!text.isBlank()) {
                var line = json.readTree(text);
                understood = line.isObject();
                run.add(number, incident(line));
            }
        } catch (JacksonException e) {
            run.refuse(
                    number, "no whole JSON object: " + e.getOriginalMessage().replaceFirst(" \\(start marker.*", ""));
        } catch (IllegalArgumentException e) {
            run.refuse(number, String.valueOf(e.getMessage()));
        }
        return understood;
    }

    private VerisIncident incident(JsonNode line) {
        VerisShape.check(line, mapping.enumerations());
        var incident = reader.read(line);
        if (!incident.unmapped().isEmpty()) {
            throw new IllegalArgumentException("not in VERIS 1.3 or 1.4: " + String.join("; ", incident.unmapped()));
        }
        return incident;
    }
}
