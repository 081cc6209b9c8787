package org.beffroi.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the data files, whole or not at all: everything, the application's database included, is made in a folder beside, which is then
 * renamed.
 */
record Cluster(Place place, Binaries binaries) {
    static final String DATABASE = "beffroi";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** Defaults that the operator may change in {@code postgresql.conf}; those that durability needs are given at each start instead. */
    private static final List<String> SETTINGS = List.of(
            "shared_buffers=256MB",
            "max_connections=60",
            "max_wal_size=512MB",
            "wal_compression=on",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_checkpoints=off");

    Credentials ready() throws IOException {
        if (Files.isDirectory(place.cluster())) {
            return Credentials.read(place.base());
        }
        Credentials credentials = Credentials.make(place.base());
        Path fresh = place.base().resolve("cluster.new");
        Folders.deleteTree(fresh);
        Folders.make(fresh, "rwx------");
        place.user().own(fresh);
        initialise(fresh, credentials);
        createDatabase(fresh, credentials);
        Files.move(fresh.resolve("data"), place.cluster(), StandardCopyOption.ATOMIC_MOVE);
        Folders.sync(place.base());
        Folders.deleteTree(fresh);
        return credentials;
    }

    private void initialise(Path fresh, Credentials credentials) throws IOException {
        Path password = fresh.resolve("password");
        Files.writeString(password, credentials.superuser());
        place.user().own(password);
        List<String> command = new ArrayList<>(List.of(binaries.program("initdb"), "-D", fresh + "/data"));
        command.addAll(List.of("-U", "postgres", "-A", "scram-sha-256", "--pwfile=" + password, "--data-checksums"));
        command.addAll(
                List.of("--encoding=UTF8", "--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        command.addAll(List.of("-T", "french"));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        check(place.user().run(command, LIMIT), "initdb");
    }

    /** In single-user mode, one statement a line: no server to start and stop, no password to send. */
    private void createDatabase(Path fresh, Credentials credentials) throws IOException {
        Path statements = fresh.resolve("statements");
        Files.writeString(statements, """
                CREATE ROLE %1$s LOGIN CREATEDB PASSWORD '%2$s'
                CREATE DATABASE %1$s OWNER %1$s
                """.formatted(DATABASE, credentials.application()));
        List<String> command = List.of(binaries.program("postgres"), "--single", "-D", fresh + "/data", "postgres");
        Program made = Program.run(place.user().command(command), statements, LIMIT);
        check(made.said().contains("ERROR:") ? new Program(1, made.said()) : made, "postgres --single");
    }

    private void check(Program program, String name) {
        if (program.failed()) {
            throw PostgresTrouble.fromLog(place.folder(), place.log(), name + ": " + program.said());
        }
    }
}
