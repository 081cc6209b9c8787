package org.beffroi.platform.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Starts and stops the server process of one cluster. */
record Server(Place place, Binaries binaries) {
    private static final Duration STOPPING = Duration.ofSeconds(90);

    /** Recovery after a crash replays at most {@code max_wal_size}, which a slow disk does in a few minutes. */
    private static final Duration STARTING = Duration.ofMinutes(10);

    static final int ANY_PORT = 0;

    private static final int ATTEMPTS = 10;
    private static final long LOG_LIMIT = 5L << 20;

    /** Given at each start, so that no file can undo them: what is acknowledged stays, and only this machine is answered. */
    private static final List<String> FIRM = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "logging_collector=off");

    /**
     * The process is in a session of its own: the terminal's Ctrl-C must reach this program first, which then stops the server.
     *
     * @param port {@link #ANY_PORT}, or the one it had before, which its clients know
     */
    PidFile start(int port) throws IOException {
        for (int attempt = 1; ; attempt++) {
            long logged = turnLog();
            closeLog();
            Process process = launch(port == ANY_PORT ? freePort() : port);
            Optional<PidFile> running = awaitReady(process);
            if (running.isPresent()) {
                return running.get();
            }
            String said = logFrom(logged);
            // Someone took the port meanwhile, or a killed server's last children are still leaving.
            boolean passing = said.contains("Address already in use") || said.contains("shared memory block");
            if (!passing || attempt == ATTEMPTS) {
                throw PostgresTrouble.fromLog(place.folder(), place.log(), said);
            }
            pause(500);
        }
    }

    /** Fast: clients are cut, what they had committed is kept. Immediate, if that takes too long: the next start recovers. */
    void stop() throws IOException {
        List<String> command = List.of(
                binaries.program("pg_ctl"), "stop", "-D", place.cluster().toString(), "-w", "-t", "60", "-m");
        Program fast = place.user().run(with(command, "fast"), STOPPING);
        if (fast.failed() && PidFile.read(place.cluster()).isPresent()) {
            place.user().run(with(command, "immediate"), STOPPING);
        }
    }

    /**
     * After this program was killed its server lives on: it is stopped. A number that now belongs to another program, as after the
     * machine's restart, would keep the server from starting: the stale file is removed.
     */
    void clearOrphan() throws IOException {
        Optional<PidFile> left = PidFile.read(place.cluster());
        if (left.isEmpty() || ProcessHandle.of(left.get().pid()).isEmpty()) {
            return;
        }
        if (isOurs(left.get().pid())) {
            stop();
        } else {
            Files.deleteIfExists(PidFile.path(place.cluster()));
        }
    }

    /** A server's working directory is its cluster. Asked as its own user: even root may lack the right to look at another's process. */
    private boolean isOurs(long pid) throws IOException {
        Program links =
                place.user().run(List.of("readlink", "/proc/" + pid + "/exe", "/proc/" + pid + "/cwd"), STOPPING);
        List<String> lines = links.said().lines().toList();
        return lines.size() == 2
                && lines.getFirst().replace(" (deleted)", "").endsWith("/bin/postgres")
                && lines.getLast().equals(place.cluster().toRealPath().toString());
    }

    private Process launch(int port) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(binaries.program("postgres"), "-D", place.cluster().toString()));
        command.addAll(List.of("-c", "port=" + port));
        FIRM.forEach(setting -> command.addAll(List.of("-c", setting)));
        List<String> whole = new ArrayList<>(List.of("setsid"));
        whole.addAll(place.user().command(command));
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(place.log().toFile());
        return Program.builder(whole)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    private Optional<PidFile> awaitReady(Process process) throws IOException {
        long end = System.nanoTime() + STARTING.toNanos();
        boolean ready = false;
        try {
            while (process.isAlive() && System.nanoTime() < end) {
                Optional<PidFile> said = PidFile.read(place.cluster());
                ready = said.isPresent() && said.get().ready() && said.get().pid() == process.pid();
                if (ready) {
                    return said;
                }
                pause(20);
            }
            return Optional.empty();
        } finally {
            if (!ready) {
                process.destroy();
            }
        }
    }

    /** Any free port of the loopback; the server keeps the one it got in {@code postmaster.pid}. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private long turnLog() throws IOException {
        if (!Files.exists(place.log())) {
            return 0;
        }
        if (Files.size(place.log()) > LOG_LIMIT) {
            Path previous = place.log().resolveSibling("postgres.log.1");
            Files.move(place.log(), previous, StandardCopyOption.REPLACE_EXISTING);
            return 0;
        }
        return Files.size(place.log());
    }

    /** What the server writes down may quote what it was asked: it is for its owner. */
    private void closeLog() throws IOException {
        Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
        if (Files.exists(place.log())) {
            Files.setPosixFilePermissions(place.log(), owner);
        } else {
            Files.createFile(place.log(), PosixFilePermissions.asFileAttribute(owner));
        }
    }

    private String logFrom(long position) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(place.log().toFile(), "r")) {
            log.seek(position);
            byte[] said = new byte[(int) Math.min(log.length() - position, 20_000)];
            log.readFully(said);
            return new String(said, StandardCharsets.UTF_8);
        }
    }

    static void pause(long milliseconds) throws IOException {
        try {
            Thread.sleep(Duration.ofMillis(milliseconds));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for PostgreSQL", e);
        }
    }

    private static List<String> with(List<String> command, String last) {
        List<String> whole = new ArrayList<>(command);
        whole.add(last);
        return whole;
    }
}
