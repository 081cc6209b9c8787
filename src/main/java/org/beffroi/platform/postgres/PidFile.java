package org.beffroi.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running server says of itself in {@code postmaster.pid}: line 1 its process, line 4 its port, line 8 its state.
 *
 * @param port 0 while it is not yet written
 */
record PidFile(long pid, int port, boolean ready) {
    static Optional<PidFile> read(Path cluster) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(path(cluster));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        int port = lines.size() > 3 && lines.get(3).strip().matches("\\d{1,5}")
                ? Integer.parseInt(lines.get(3).strip())
                : 0;
        boolean ready = lines.size() > 7 && lines.get(7).strip().equals("ready");
        return Optional.of(new PidFile(Long.parseLong(lines.getFirst().strip()), port, ready));
    }

    /** Whether there is such a process at all: after a kill the file stays behind and still says «ready». */
    boolean alive() {
        return ProcessHandle.of(pid).isPresent();
    }

    static Path path(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }
}
