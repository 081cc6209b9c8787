package org.beffroi.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperTest {
    @TempDir
    Path parent;

    @Test
    void readsTheRestartsAndPassesOverALineCutOff() throws IOException {
        var file = parent.resolve("restarts");
        assertThat(Keeper.restarts(file)).isEmpty();
        Files.writeString(file, "2026-03-02T03:10:00Z\n2026-03-02T03:11:00.123456Z\n2026-03-0");
        assertThat(Keeper.restarts(file))
                .containsExactly(Instant.parse("2026-03-02T03:10:00Z"), Instant.parse("2026-03-02T03:11:00.123456Z"));
    }

    @Test
    void aCommandIsToldThatTheServerHasLostItsDatabaseInsteadOfWaitingForEver() throws Exception {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
        var data = parent.resolve("data");
        Place place = Place.prepare(data);
        try (var lock = OwnerLock.take(place.lock()).orElseThrow()) {
            assertThat(lock).isNotNull();
            Folders.make(place.cluster(), "rwx------");
            Files.writeString(
                    PidFile.path(place.cluster()), Integer.MAX_VALUE + "\n/x\n1\n5432\n\n127.0.0.1\n\nready\n");
            assertThatExceptionOfType(PostgresTrouble.class)
                    .isThrownBy(() -> EmbeddedPostgres.attach(place, Duration.ZERO))
                    .withMessageContaining("but its PostgreSQL does not")
                    .withMessageContaining("process " + ProcessHandle.current().pid())
                    .withMessageContaining("→ It is started again");
        }
    }

    @Test
    void doesNotStartAgainWhatIsStoppedOnPurpose() throws Exception {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
        var data = parent.resolve("data");
        var database = EmbeddedPostgres.start(data);
        var process = ProcessHandle.of(database.pid()).orElseThrow();
        database.close();
        assertThat(process.isAlive()).isFalse();
        assertThat(EmbeddedPostgres.restarts(data)).isEmpty();
        assertThat(EmbeddedPostgres.attach(data)).isEmpty();
        assertThat(PidFile.read(data.resolve("postgresql/cluster"))).isEmpty();
    }
}
