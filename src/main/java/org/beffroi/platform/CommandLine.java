package org.beffroi.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.beffroi.platform.postgres.PostgresTrouble;

/**
 * What was typed after {@code ./beffroi}: words in order, and options {@code --name value} or {@code --name=value} anywhere.
 *
 * <p>Only {@code --port}, {@code --data} and {@code --home} (the folder in which {@code data} lies when no other is named) are the
 * launcher's own; every other option stays with the words, for the command to read.
 */
record CommandLine(List<String> words, Map<String, String> options) {
    private static final List<String> BEGIN = List.of("import", "docs", "bench");
    private static final List<String> OWN = List.of("--port", "--data", "--home");
    private static final int LAST_PORT = 65_535;

    static CommandLine parse(String... arguments) {
        var words = new ArrayList<String>();
        var options = new LinkedHashMap<String, String>();
        for (int i = 0; i < arguments.length; i++) {
            var argument = arguments[i];
            var equals = argument.indexOf('=');
            if (equals > 0 && OWN.contains(argument.substring(0, equals))) {
                options.put(argument.substring(2, equals), argument.substring(equals + 1));
            } else if (OWN.contains(argument) && i + 1 < arguments.length) {
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

    /** Whether a database is made where there is none; whoever only asks may have mistyped its folder. */
    boolean mayBegin() {
        return serves() || BEGIN.contains(words.getFirst());
    }

    /** A mistyped option of {@code run} or {@code demo} must not be passed over: it may have named another folder. */
    void refuseWhatNobodyReads() {
        if (serves() && words.size() > 1) {
            throw new PostgresTrouble(
                    "there is no option «" + words.get(1) + "».", "./beffroi lists the commands and their options.");
        }
    }

    /**
     * Where the server is to listen, as {@code --port} says it.
     *
     * @throws PostgresTrouble when that is no number of a port, or somebody listens there: asked before a database is started
     */
    int freePort() {
        var port = option("port").orElseThrow();
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > LAST_PORT) {
            throw new PostgresTrouble(
                    "--port wants a number up to " + LAST_PORT + ", not «" + port + "».", "--port 8080");
        }
        var number = Integer.parseInt(port);
        try (var free = new ServerSocket(number, 1, InetAddress.getLoopbackAddress())) {
            return number == 0 ? free.getLocalPort() : number;
        } catch (IOException taken) {
            throw new PostgresTrouble(
                    "Port " + port + " is taken, perhaps by another Beffroi, or not open to this account.",
                    "Stop that one, or choose another port: --port " + (number % LAST_PORT + 1),
                    taken);
        }
    }

    boolean isDemo() {
        return !words.isEmpty() && words.getFirst().equals("demo");
    }

    /**
     * The folder that was named, or {@code data}; the demonstration's own is {@code data/demo}. A command finds that too, when it is the
     * only one there.
     *
     * @param made whether a database was ever made for a folder
     */
    Path data(Predicate<Path> made) {
        var named = option("data");
        if (named.isPresent()) {
            return Path.of(named.get());
        }
        var work = Path.of(option("home").orElse(""), "data");
        var demonstration = work.resolve("demo");
        var onlyThat = !serves() && !made.test(work) && made.test(demonstration);
        return isDemo() || onlyThat ? demonstration : work;
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }
}
