package org.beffroi.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed after {@code ./beffroi}: words in order, and options {@code --name value} or {@code --name=value} anywhere.
 *
 * <p>Only {@code --port} and {@code --data} are the launcher's own; every other option stays with the words, for the command to read.
 */
record CommandLine(List<String> words, Map<String, String> options) {
    static CommandLine parse(String... arguments) {
        var words = new ArrayList<String>();
        var options = new LinkedHashMap<String, String>();
        for (int i = 0; i < arguments.length; i++) {
            var argument = arguments[i];
            if (argument.startsWith("--port=") || argument.startsWith("--data=")) {
                options.put(argument.substring(2, 6), argument.substring(7));
            } else if ((argument.equals("--port") || argument.equals("--data")) && i + 1 < arguments.length) {
                options.put(argument.substring(2), arguments[++i]);
            } else {
                words.add(argument);
            }
        }
        return new CommandLine(List.copyOf(words), Map.copyOf(options));
    }

    boolean serves() {
        return words.isEmpty()
                || words.getFirst().equals("run")
                || words.getFirst().equals("demo");
    }

    boolean isDemo() {
        return !words.isEmpty() && words.getFirst().equals("demo");
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }
}
