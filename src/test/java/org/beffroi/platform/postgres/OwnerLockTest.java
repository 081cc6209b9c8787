package org.beffroi.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerLockTest {
    @TempDir
    Path folder;

    @Test
    void isTakenOnceAndFreeAgainWhenClosed() throws IOException {
        var file = folder.resolve("owner.lock");
        assertThat(OwnerLock.isTaken(file)).isFalse();
        try (var lock = OwnerLock.take(file).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(OwnerLock.take(file)).isEmpty();
            assertThat(OwnerLock.isTaken(file)).isTrue();
            assertThat(OwnerLock.holder(file))
                    .isEqualTo(Long.toString(ProcessHandle.current().pid()));
        }
        assertThat(OwnerLock.isTaken(file)).isFalse();
    }

    @Test
    void aFileLeftBehindByAKilledOwnerIsNoLock() throws IOException {
        var file = Files.writeString(folder.resolve("owner.lock"), "4711 and more");
        assertThat(OwnerLock.isTaken(file)).isFalse();
        OwnerLock.take(file).orElseThrow().close();
        assertThat(file).hasContent(Long.toString(ProcessHandle.current().pid()));
    }

    @Test
    void isNotHeldAfterAFailedTry() throws IOException {
        var file = folder.resolve("missing/owner.lock");
        assertThatThrownBy(() -> OwnerLock.take(file)).isInstanceOf(NoSuchFileException.class);
        Files.createDirectory(folder.resolve("missing"));
        OwnerLock.take(file).orElseThrow().close();
    }
}
