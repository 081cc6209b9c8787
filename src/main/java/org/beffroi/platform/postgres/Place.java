package org.beffroi.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where a data folder's database lies: in the folder, or, when the server's account cannot go through one of its parents (root's own
 * home is 0700), in {@code /var/lib/beffroi} under a name made from the folder's path.
 *
 * @param note one line for the operator when it is elsewhere than wished
 */
record Place(Path folder, ServiceUser user, Optional<String> note) {
    /** Below this, a server would soon stop in the middle of its work. */
    private static final long LEAST_FREE = 200L << 20;

    private static final Path SPARE = Path.of("/var/lib/beffroi");

    Place {
        folder = folder.toAbsolutePath();
    }

    static Place prepare(Path wished) throws IOException {
        Folders.make(wished.toAbsolutePath().normalize(), "rwx--x--x");
        Place place = choose(wished.toRealPath());
        Folders.make(place.base(), "rwx--x--x");
        if (!Files.isWritable(place.base())) {
            throw new AccessDeniedException(place.base().toString());
        }
        if (Files.getFileStore(place.folder).getUsableSpace() < LEAST_FREE) {
            throw new PostgresTrouble(
                    "Less than 200 MB are free on the disk of " + place.folder + ".",
                    "Free at least 500 MB there, or choose a folder on another disk with --data.");
        }
        return place;
    }

    /** Without making anything: empty when no database was ever made for this folder. */
    static Optional<Place> existing(Path wished) throws IOException {
        if (!Files.isDirectory(wished)) {
            return Optional.empty();
        }
        Place place = choose(wished.toRealPath());
        return Files.isDirectory(place.base()) ? Optional.of(place) : Optional.empty();
    }

    private static Place choose(Path wished) throws IOException {
        Path here = base(wished).resolve("cluster");
        ServiceUser user = ServiceUser.of(here);
        if (!user.switched()) {
            return new Place(wished, user, Optional.empty());
        }
        Path spare = SPARE.resolve(HexFormat.of().formatHex(sha256(wished.toString()), 0, 6));
        // A database once made elsewhere stays there, even if the wished folder has since been opened.
        boolean elsewhere = Files.isDirectory(base(spare).resolve("cluster")) && !Files.isDirectory(here);
        if (!elsewhere && user.canEnter(wished)) {
            return new Place(wished, user, Optional.empty());
        }
        String note =
                "The folder " + wished + " is closed to the account " + user.name() + ": the database lies in " + spare;
        return new Place(spare, ServiceUser.of(base(spare).resolve("cluster")), Optional.of(note));
    }

    private static Path base(Path folder) {
        return folder.resolve("postgresql");
    }

    Path base() {
        return base(folder);
    }

    Path cluster() {
        return base().resolve("cluster");
    }

    Path log() {
        return base().resolve("postgres.log");
    }

    /** When its process had to be started again, one instant a line. */
    Path restarts() {
        return base().resolve("restarts");
    }

    Path lock() {
        return base().resolve("owner.lock");
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
