package org.beffroi.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the server of an owned cluster running. When its process ends unasked (killed for its memory, or after a full disk), it is started
 * again at the same address, until that succeeds: nobody has to be awake for it.
 */
final class Keeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final long LONGEST_PAUSE = 5_000;
    private static final int REMEMBERED = 100;

    private final Server server;
    private final Thread watch;
    private volatile PidFile running;
    private volatile boolean closing;

    private Keeper(Server server, PidFile running) {
        this.server = server;
        this.running = running;
        this.watch = Thread.ofPlatform().daemon().name("postgres-keeper").unstarted(this::keep);
    }

    static Keeper start(Server server) throws IOException {
        var keeper = new Keeper(server, server.start(Server.ANY_PORT));
        keeper.watch.start();
        return keeper;
    }

    PidFile running() {
        return running;
    }

    private void keep() {
        try {
            while (!closing) {
                awaitEnd(running.pid());
                if (!closing) {
                    LOG.error("The database's process {} ended unasked: it is started again.", running.pid());
                    startAgain();
                }
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitEnd(long pid) throws InterruptedException {
        var process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            try {
                process.get().onExit().get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void startAgain() throws InterruptedException {
        var said = "";
        for (long pause = 500; !closing; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
            try {
                server.clearOrphan();
                running = server.start(running.port());
                LOG.warn("The database runs again: process {}.", running.pid());
                remember(server.place().restarts());
                return;
            } catch (IOException | PostgresTrouble e) {
                // A night with a full disk is told once, not every five seconds; times and process numbers apart.
                var why = String.valueOf(e.getMessage()).replaceAll("\\d+", "");
                if (!said.equals(why) && !closing) {
                    LOG.error("The database cannot be started again yet; this goes on trying. {}", e.getMessage());
                }
                said = why;
            }
            Thread.sleep(pause);
        }
    }

    private static void remember(Path file) {
        try {
            var all = new ArrayList<>(restarts(file));
            all.add(Instant.now());
            Files.write(
                    file,
                    all.subList(Math.max(0, all.size() - REMEMBERED), all.size()).stream()
                            .map(Instant::toString)
                            .toList());
        } catch (IOException e) {
            LOG.warn("It could not be written down that the database was started again: {}", e.toString());
        }
    }

    /** @return the latest at the end; a line cut off by a full disk is passed over */
    static List<Instant> restarts(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z"))
                        .map(Instant::parse)
                        .toList()
                : List.of();
    }

    @Override
    public void close() throws IOException {
        closing = true;
        watch.interrupt();
        try {
            watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop();
    }
}
