package org.beffroi.platform.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells a living owner of a data folder from one that was killed: the kernel drops the lock with the process, however it ends. The file
 * holds the owner's process number, for people.
 */
final class OwnerLock implements AutoCloseable {
    /** The kernel drops a process's lock when it closes any descriptor of the file, so one that is ours must never be opened twice. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private OwnerLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @return empty when someone, also within this process, owns the folder */
    static Optional<OwnerLock> take(Path file) throws IOException {
        if (!OURS.add(file)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            taken = lock != null;
            if (!taken) {
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return Optional.of(new OwnerLock(file, channel));
        } finally {
            if (!taken) {
                OURS.remove(file);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    static boolean isTaken(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        Optional<OwnerLock> free = take(file);
        if (free.isPresent()) {
            free.get().close();
        }
        return free.isEmpty();
    }

    static String holder(Path file) throws IOException {
        return OURS.contains(file)
                ? Long.toString(ProcessHandle.current().pid())
                : Files.readString(file).strip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        OURS.remove(file);
    }
}
