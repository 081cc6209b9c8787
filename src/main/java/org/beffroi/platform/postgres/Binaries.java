package org.beffroi.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs {@code initdb}, {@code pg_ctl} and {@code postgres}: an xz-packed tar in the jar, unpacked once per release (60 MB, 2 to 3 s)
 * into a folder named after the archive.
 *
 * @param home holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path home) {
    private static final Object UNPACKING = new Object();

    static Binaries unpacked(Place place) throws IOException {
        URL archive = archive();
        Path root = root(place);
        Path home = root.resolve(name(archive));
        if (!Files.isDirectory(home)) {
            synchronized (UNPACKING) {
                unpackAlone(archive, root, home);
            }
        }
        return new Binaries(home);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static URL archive() {
        String arch = System.getProperty("os.arch");
        String file = switch (arch) {
            case "amd64" -> "/postgres-linux-x86_64.txz";
            case "aarch64" -> "/postgres-linux-arm_64.txz";
            default -> "";
        };
        URL archive = file.isEmpty() ? null : Binaries.class.getResource(file);
        if (archive == null || !"Linux".equals(System.getProperty("os.name"))) {
            throw new PostgresTrouble(
                    "There is no embedded PostgreSQL for " + System.getProperty("os.name") + " on " + arch + ".",
                    "Install PostgreSQL 15 to 18 and name it: BEFFROI_DB_URL=jdbc:postgresql://HOST/DATABASE, _USER, _PASSWORD.");
        }
        return archive;
    }

    /** The archive's checksum is in the jar's directory: reading it there spares 15 MB of hashing at every start. */
    private static String name(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        if (connection instanceof JarURLConnection inJar) {
            return "%s-%08x".formatted(archiveName(archive), inJar.getJarEntry().getCrc());
        }
        return "%s-%d".formatted(archiveName(archive), connection.getContentLengthLong());
    }

    private static String archiveName(URL archive) {
        String path = archive.getPath();
        return path.substring(path.lastIndexOf('/') + 1).replace(".txz", "");
    }

    /** Shared by every data folder of the machine or of the account; within the data folder where neither can be written. */
    private static Path root(Place place) throws IOException {
        Path shared = place.user().switched()
                ? Path.of("/var/lib/beffroi/binaries")
                : Path.of(System.getProperty("user.home"), ".cache/beffroi/binaries");
        if (usable(shared, place.user())) {
            return shared;
        }
        Path own = place.base().resolve("binaries");
        Folders.make(own, "rwxr-xr-x");
        return own;
    }

    private static boolean usable(Path folder, ServiceUser user) {
        try {
            Folders.make(folder, "rwxr-xr-x");
            return Files.isWritable(folder) && user.canEnter(folder);
        } catch (IOException unusable) {
            return false;
        }
    }

    private static void unpackAlone(URL archive, Path root, Path home) throws IOException {
        try (FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            if (Files.isDirectory(home)) {
                return;
            }
            Path part = root.resolve(home.getFileName() + ".part");
            Folders.deleteTree(part);
            Folders.make(part, "rwxr-xr-x");
            unpack(archive, part);
            Program.run(List.of("sync", "-f", part.toString()), Duration.ofMinutes(2));
            Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (InputStream packed = new BufferedInputStream(archive.openStream(), 1 << 16);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("An entry of the archive leaves its folder: " + entry.getName());
                }
                write(tar, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Folders.make(path, "rwxr-xr-x");
            return;
        }
        Folders.make(path.resolve("..").normalize(), "rwxr-xr-x");
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            boolean runs = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
