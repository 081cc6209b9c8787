package org.beffroi.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server that keeps its data in a folder: started here and stopped by {@link #close}, or found running under another
 * process of ours. What it has acknowledged survives the end of either process, by whatever signal.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final int ATTEMPTS = 20;
    private static final Duration STARTING = Duration.ofSeconds(20);

    private final Place place;
    private final Supplier<PidFile> running;
    private final Credentials credentials;
    private @Nullable Ownership owned;

    private record Ownership(Keeper keeper, OwnerLock lock) {}

    private EmbeddedPostgres(
            Place place, Supplier<PidFile> running, Credentials credentials, @Nullable Ownership owned) {
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
        Keeper keeper = Keeper.start(server);
        return new EmbeddedPostgres(place, keeper::running, credentials, new Ownership(keeper, lock));
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
        return folder(dataFolder).isPresent();
    }

    /** @return where this folder's database really lies; empty when none was ever made */
    public static Optional<Path> folder(Path dataFolder) {
        try {
            return Place.existing(dataFolder).map(Place::folder);
        } catch (IOException e) {
            throw PostgresTrouble.of(dataFolder, e);
        }
    }

    /** @return when the server of this folder ended unasked and was started again, the latest at the end */
    public static List<Instant> restarts(Path dataFolder) {
        try {
            Optional<Place> place = Place.existing(dataFolder);
            return place.isEmpty() ? List.of() : Keeper.restarts(place.get().restarts());
        } catch (IOException e) {
            throw PostgresTrouble.of(dataFolder, e);
        }
    }

    /**
     * @return the server that another living process of ours runs on this folder, not stopped by {@link #close}; empty when none does
     * @throws PostgresTrouble when that process lives, and has had no server for some time
     */
    public static Optional<EmbeddedPostgres> attach(Path dataFolder) {
        try {
            Optional<Place> place = Place.existing(dataFolder);
            return place.isEmpty() ? Optional.empty() : attach(place.get(), STARTING);
        } catch (IOException e) {
            throw PostgresTrouble.of(dataFolder, e);
        }
    }

    /** @param patience how long the owner may be starting it */
    static Optional<EmbeddedPostgres> attach(Place place, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (OwnerLock.isTaken(place.lock())) {
            Optional<PidFile> running = PidFile.read(place.cluster());
            if (running.isPresent() && running.get().ready() && running.get().alive()) {
                PidFile found = running.get();
                return Optional.of(new EmbeddedPostgres(place, () -> found, Credentials.read(place.base()), null));
            }
            if (System.nanoTime() > end) {
                throw PostgresTrouble.withoutServer(place, OwnerLock.holder(place.lock()));
            }
            // The owner is still starting it.
            Server.pause(100);
        }
        return Optional.empty();
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + running.get().port() + "/" + Cluster.DATABASE;
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
        return running.get().pid();
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
            owned.keeper().close();
            owned.lock().close();
        } catch (IOException e) {
            throw PostgresTrouble.of(place.folder(), e);
        } finally {
            owned = null;
        }
    }
}
