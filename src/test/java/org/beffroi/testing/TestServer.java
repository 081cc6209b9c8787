package org.beffroi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.beffroi.platform.postgres.EmbeddedPostgres;
import org.beffroi.testing.TestDatabases.Place;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

final class TestServer {
    private static volatile boolean contexts;

    private TestServer() {}

    /** From the first one on, Spring’s own hook comes at the end. */
    static void servesContexts() {
        contexts = true;
    }

    static Place start() {
        var outer = System.getenv("BEFFROI_TEST_DB_URL");
        if (outer == null) {
            return embedded();
        }
        return new Place(
                outer,
                Objects.requireNonNullElse(System.getenv("BEFFROI_TEST_DB_USER"), "postgres"),
                Objects.requireNonNullElse(System.getenv("BEFFROI_TEST_DB_PASSWORD"), ""));
    }

    /** The one that people run, in a folder that goes with the tests. */
    private static Place embedded() {
        try {
            var folder = Files.createTempDirectory("beffroi-tests");
            // The server's own account must go through it.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            var server = EmbeddedPostgres.start(folder);
            // After the contexts, whose last statements would wait for a database that is gone: five seconds for each
            // of them.
            SpringApplication.getShutdownHandlers().add(() -> remove(server, folder));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                if (!contexts) {
                    remove(server, folder);
                }
            }));
            return new Place(server.jdbcUrl(), server.user(), server.password());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(EmbeddedPostgres server, Path wished) {
        server.close();
        try {
            FileSystemUtils.deleteRecursively(server.folder());
            FileSystemUtils.deleteRecursively(wished);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
