package org.beffroi.platform.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Beffroi again, as a process of its own, from the same files and with the same flags of the virtual machine. */
final class Child implements AutoCloseable {
    private static final Duration STARTING = Duration.ofMinutes(3);
    /** A command that works through all that was sown. */
    private static final Duration WORKING = Duration.ofMinutes(20);

    private static final Duration STOPPING = Duration.ofSeconds(40);

    private final Process process;
    private final Path log;
    private final int port = freePort();
    private final Thread atExit;

    private Child(PassingDatabase database, Path log, String... words) throws IOException {
        var builder = new ProcessBuilder(command(port, words))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(database.environment());
        this.log = log;
        this.process = builder.start();
        this.atExit = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    int port() {
        return port;
    }

    private static List<String> command(int port, String... words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        var path = System.getProperty("java.class.path");
        command.addAll(
                path.endsWith(".jar") && !path.contains(":")
                        ? List.of("-jar", path)
                        : List.of("-cp", path, "org.beffroi.Beffroi"));
        command.addAll(List.of(words));
        command.add("--port=" + port);
        return command;
    }

    /** Runs a command to its end. */
    static void command(PassingDatabase database, Path log, String... words) throws IOException, InterruptedException {
        try (var child = new Child(database, log, words)) {
            if (!child.process.waitFor(WORKING) || child.process.exitValue() != 0) {
                throw child.failed();
            }
        }
    }

    /** A server that answers. */
    static Child server(PassingDatabase database, Path log) throws IOException, InterruptedException {
        var child = new Child(database, log, "run");
        try {
            child.awaitAnswer();
            return child;
        } catch (IOException | InterruptedException e) {
            child.close();
            throw e;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/questionnaire"))
                .timeout(Duration.ofSeconds(20))
                .build();
        var end = System.nanoTime() + STARTING.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (process.isAlive() && System.nanoTime() < end) {
                try {
                    if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (java.net.ConnectException notYet) {
                    process.waitFor(200, TimeUnit.MILLISECONDS);
                }
            }
        }
        throw failed();
    }

    private IOException failed() throws IOException {
        var said = Files.readString(log);
        return new IOException("Beffroi could not be started beside this one. The end of its log:\n"
                + said.substring(Math.max(0, said.length() - 3000)));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOPPING)) {
                process.destroyForcibly();
            }
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IllegalStateException shuttingDown) {
            process.destroyForcibly();
        }
    }
}
