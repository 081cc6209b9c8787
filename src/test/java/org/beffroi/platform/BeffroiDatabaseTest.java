package org.beffroi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.beffroi.platform.postgres.PostgresTrouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeffroiDatabaseTest {
    @TempDir
    Path parent;

    @Test
    void commandsWorkOnTheServersDatabaseAndLeaveItRunning() throws Exception {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
        Path data = parent.resolve("data");
        try (BeffroiDatabase server = BeffroiDatabase.forServer(Map.of(), data)) {
            try (BeffroiDatabase command = BeffroiDatabase.forCommand(Map.of(), data)) {
                assertThat(command.properties()).isEqualTo(server.properties());
            }
            Map<String, String> named = Map.of(
                    "BEFFROI_DB_URL", (String) server.properties().get("spring.datasource.url"),
                    "BEFFROI_DB_USER", (String) server.properties().get("spring.datasource.username"),
                    "BEFFROI_DB_PASSWORD", (String) server.properties().get("spring.datasource.password"));
            try (BeffroiDatabase outer = BeffroiDatabase.forServer(named, parent.resolve("unused"))) {
                assertThat(outer.properties()).isEqualTo(server.properties());
                assertThat(outer.folder()).isEmpty();
                assertThat(parent.resolve("unused")).doesNotExist();
            }
        }
        try (BeffroiDatabase command = BeffroiDatabase.forReading(Map.of(), data)) {
            assertThat(command.folder()).contains(data);
        }
    }

    @Test
    void makesNoDatabaseForOneWhoOnlyLooks() {
        var mistyped = parent.resolve("dta");
        assertThatExceptionOfType(PostgresTrouble.class)
                .isThrownBy(() -> BeffroiDatabase.forReading(Map.of(), mistyped))
                .withMessageContaining(mistyped.toString())
                .withMessageContaining("--data");
        assertThat(mistyped).doesNotExist();
        assertThatExceptionOfType(PostgresTrouble.class)
                .isThrownBy(() -> BeffroiDatabase.forReading(
                        Map.of("BEFFROI_DB_URL", "jdbc:postgresql://127.0.0.1:1/x"), mistyped))
                .withMessageContaining("does not answer");
    }

    @Test
    void saysWhatIsWrongWithANamedDatabaseWithoutItsPassword() {
        assertThatExceptionOfType(PostgresTrouble.class)
                .isThrownBy(() -> BeffroiDatabase.forServer(Map.of("BEFFROI_DB_URL", "mysql://x"), parent))
                .withMessageContaining("jdbc:postgresql://HOST:5432/DATABASE");
        assertThatExceptionOfType(PostgresTrouble.class)
                .isThrownBy(() -> BeffroiDatabase.forServer(
                        Map.of("BEFFROI_DB_URL", "jdbc:postgresql://127.0.0.1:1/x?password=hush"), parent))
                .withMessageContaining("does not answer")
                .withMessageNotContaining("hush");
    }
}
