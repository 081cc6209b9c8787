package org.beffroi.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    Path parent;

    @Test
    void keepsRowsAcrossStopAndStart() throws Exception {
        Path data = data();
        try (EmbeddedPostgres database = EmbeddedPostgres.start(data)) {
            run(database, "CREATE TABLE kept AS SELECT generate_series(1, 100) AS number");
        }
        assertThat(EmbeddedPostgres.attach(data)).isEmpty();
        try (EmbeddedPostgres database = EmbeddedPostgres.start(data)) {
            assertThat(number(database, "SELECT count(*) FROM kept")).isEqualTo(100);
        }
    }

    @Test
    void keepsEveryAcknowledgedRowWhenItsOwnerIsKilled() throws Exception {
        Path data = data();
        Process writer = startWriter(data);
        try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
            int acknowledged = readUntil(lines, 200);
            kill(writer);
            acknowledged = Math.max(acknowledged, readUntil(lines, Integer.MAX_VALUE));
            try (EmbeddedPostgres database = EmbeddedPostgres.start(data)) {
                assertThat(number(database, "SELECT count(*) FROM kept WHERE number <= " + acknowledged))
                        .isEqualTo(acknowledged);
            }
        }
    }

    @Test
    void keepsEveryAcknowledgedRowWhenTheServerIsKilledToo() throws Exception {
        Path data = data();
        Process writer = startWriter(data);
        try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
            int acknowledged = readUntil(lines, 200);
            long server = EmbeddedPostgres.attach(data).orElseThrow().pid();
            kill(writer);
            ProcessHandle.of(server).ifPresent(ProcessHandle::destroyForcibly);
            acknowledged = Math.max(acknowledged, readUntil(lines, Integer.MAX_VALUE));
            try (EmbeddedPostgres database = EmbeddedPostgres.start(data)) {
                assertThat(number(database, "SELECT count(*) FROM kept WHERE number <= " + acknowledged))
                        .isEqualTo(acknowledged);
            }
        }
    }

    @Test
    void lendsTheServerOfALivingOwnerAndRefusesASecondOwner() throws Exception {
        Path data = data();
        Process writer = startWriter(data);
        try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
            readUntil(lines, 1);
            try (EmbeddedPostgres borrowed = EmbeddedPostgres.attach(data).orElseThrow()) {
                assertThat(borrowed.isOwner()).isFalse();
                assertThat(number(borrowed, "SELECT count(*) FROM kept")).isPositive();
            }
            assertThatExceptionOfType(PostgresTrouble.class)
                    .isThrownBy(() -> EmbeddedPostgres.start(data))
                    .withMessageContaining("in use by another Beffroi (process " + writer.pid() + ")")
                    .withMessageContaining("--data");
            assertThat(writer.isAlive()).isTrue();
        } finally {
            writer.destroy();
            writer.waitFor();
        }
        EmbeddedPostgres.start(data).close();
    }

    @Test
    void refusesASecondOwnerInTheSameProcessAndStaysOwner() throws Exception {
        Path data = data();
        try (EmbeddedPostgres database = EmbeddedPostgres.start(data)) {
            assertThatExceptionOfType(PostgresTrouble.class).isThrownBy(() -> EmbeddedPostgres.start(data));
            assertThat(EmbeddedPostgres.attach(data).orElseThrow().pid()).isEqualTo(database.pid());
            assertThat(startWriter(data).waitFor()).isNotZero();
        }
    }

    @Test
    void startsOverAStaleFileThatNamesAnotherProgram() throws Exception {
        Path data = data();
        Path cluster;
        try (EmbeddedPostgres database = EmbeddedPostgres.start(data)) {
            cluster = database.folder().resolve("postgresql/cluster");
        }
        Files.writeString(
                PidFile.path(cluster),
                ProcessHandle.current().pid() + "\n" + cluster + "\n1\n5432\n\n127.0.0.1\n\nready\n");
        try (EmbeddedPostgres database = EmbeddedPostgres.start(data)) {
            assertThat(number(database, "SELECT 1")).isEqualTo(1);
        }
    }

    @Test
    void isDurableChecksummedAndFrenchInUtf8() throws Exception {
        try (EmbeddedPostgres database = EmbeddedPostgres.start(data())) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(text(database, "SHOW " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(text(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(text(database, "SHOW default_text_search_config")).isEqualTo("pg_catalog.french");
            assertThat(
                            text(
                                    database,
                                    "SELECT datlocprovider::text || datlocale || pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()"))
                    .isEqualTo("bC.UTF-8UTF8");
            assertThat(text(database, "SELECT lower('HÔPITAL')")).isEqualTo("hôpital");
            run(database, "CREATE EXTENSION unaccent");
            assertThat(text(database, "SELECT rolsuper::text FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("false");
        }
    }

    @Test
    void asksForTheRightPasswordAndKeepsItFromOthers() throws Exception {
        try (EmbeddedPostgres database = EmbeddedPostgres.start(data())) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
            for (String file : List.of("passwords", "postgres.log")) {
                assertThat(Files.getPosixFilePermissions(
                                database.folder().resolve("postgresql").resolve(file)))
                        .as(file)
                        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    private Path data() throws IOException {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
        return parent.resolve("data");
    }

    private static Process startWriter(Path data) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedWriter.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** By its handle: the process's own method would close the stream that still holds acknowledged numbers. */
    private static void kill(Process process) throws InterruptedException {
        process.toHandle().destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** @return the last number read whole, at the end of the stream or once it is at least as high as asked */
    private static int readUntil(BufferedReader lines, int enough) throws IOException {
        int last = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            last = Integer.parseInt(line);
            if (last >= enough) {
                return last;
            }
        }
        return last;
    }

    private static void run(EmbeddedPostgres database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(EmbeddedPostgres database, String sql) throws SQLException {
        return Long.parseLong(text(database, sql));
    }

    private static String text(EmbeddedPostgres database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
