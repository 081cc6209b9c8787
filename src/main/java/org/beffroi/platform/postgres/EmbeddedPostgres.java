package org.beffroi.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server that keeps its data in a folder: started here and stopped by {@link #close}, or found running under another
 * process of ours. What it has acknowledged survives the end of either process, by whatever signal.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final int ATTEMPTS = 20;

    private final Place place;
    private final PidFile running;
    private final Credentials credentials;
    private @Nullable Ownership owned;

    private record Ownership(Server server, OwnerLock lock) {}

    private EmbeddedPostgres(Place place, PidFile running, Credentials credentials, @Nullable Ownership owned) {
        this.place = place;
        this.running = running;
        this.credentials = credentials;
        this.owned = owned;
    }

    public static EmbeddedPostgres start(Path dataFolder) {
        return start(dataFolder, System.err::println);
    }

    /**
     * Takes some 6 s the first time and 0.3 s later; the caller sees to {@link #close} at its end, also on a signal.
     *
     * @param notes hears one line when the data lie elsewhere than in the folder
     * @throws PostgresTrouble with the remedy, above all when another living process owns the folder
     */
    public static EmbeddedPostgres start(Path dataFolder, Consumer<String> notes) {
        try {
            Place place = Place.prepare(dataFolder);
            place.note().ifPresent(notes);
            OwnerLock lock = own(place);
            try {
                return start(place, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw PostgresTrouble.of(dataFolder, e);
        }
    }

    private static EmbeddedPostgres start(Place place, OwnerLock lock) throws IOException {
        Binaries binaries = Binaries.unpacked(place);
        Credentials credentials = new Cluster(place, binaries).ready();
        Server server = new Server(place, binaries);
        server.clearOrphan();
        return new EmbeddedPostgres(place, server.start(), credentials, new Ownership(server, lock));
    }

    /** Someone who only looks whether the folder is owned holds the lock for a moment: hence more than one try. */
    private static OwnerLock own(Place place) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<OwnerLock> lock = OwnerLock.take(place.lock());
            if (lock.isPresent()) {
                return lock.get();
            }
            Server.pause(50);
        }
        throw new PostgresTrouble(
                "The data folder " + place.folder() + " is in use by another Beffroi (process "
                        + OwnerLock.holder(place.lock()) + ").",
                "Stop that one first, or choose another folder with --data.");
    }

    /** Whether a database was ever made for this folder; makes nothing. */
    public static boolean isMade(Path dataFolder) {
        try {
            return Place.existing(dataFolder).isPresent();
        } catch (IOException e) {
            throw PostgresTrouble.of(dataFolder, e);
        }
    }

    /** @return the server that another living process of ours runs on this folder, not stopped by {@link #close}; empty when none does */
    public static Optional<EmbeddedPostgres> attach(Path dataFolder) {
        try {
            Optional<Place> place = Place.existing(dataFolder);
            return place.isEmpty() ? Optional.empty() : attach(place.get());
        } catch (IOException e) {
            throw PostgresTrouble.of(dataFolder, e);
        }
    }

    private static Optional<EmbeddedPostgres> attach(Place place) throws IOException {
        while (OwnerLock.isTaken(place.lock())) {
            Optional<PidFile> running = PidFile.read(place.cluster());
            if (running.isPresent() && running.get().ready()) {
                return Optional.of(new EmbeddedPostgres(place, running.get(), Credentials.read(place.base()), null));
            }
            // The owner is still starting it.
            Server.pause(100);
        }
        return Optional.empty();
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + running.port() + "/" + Cluster.DATABASE;
    }

    public String user() {
        return Cluster.DATABASE;
    }

    public String password() {
        return credentials.application();
    }

    /** The folder that really holds the data: the wished one, or its substitute. */
    public Path folder() {
        return place.folder();
    }

    public long pid() {
        return running.pid();
    }

    public synchronized boolean isOwner() {
        return owned != null;
    }

    @Override
    public synchronized void close() {
        if (owned == null) {
            return;
        }
        try {
            owned.server().stop();
            owned.lock().close();
        } catch (IOException e) {
            throw PostgresTrouble.of(place.folder(), e);
        } finally {
            owned = null;
        }
    }
}
