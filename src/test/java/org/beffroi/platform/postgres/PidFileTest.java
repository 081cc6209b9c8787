package org.beffroi.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PidFileTest {
    @TempDir
    Path cluster;

    @Test
    void isEmptyWithoutAFile() throws IOException {
        assertThat(PidFile.read(cluster)).isEmpty();
    }

    @Test
    void readsAServerThatIsReady() throws IOException {
        write("4711\n/data\n1700000000\n54321\n\n127.0.0.1\n  1234  5\nready   \n");
        assertThat(PidFile.read(cluster)).contains(new PidFile(4711, 54321, true));
    }

    @Test
    void readsAServerThatIsStillStarting() throws IOException {
        write("4711\n/data\n1700000000\n");
        assertThat(PidFile.read(cluster)).contains(new PidFile(4711, 0, false));
        write("4711\n/data\n1700000000\n54321\n\n127.0.0.1\n  1234  5\nstarting\n");
        assertThat(PidFile.read(cluster)).contains(new PidFile(4711, 54321, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "x\n", "-12\n/data\n", "99999999999999\n"})
    void takesAFileCutOffByAFullDiskForNone(String written) throws IOException {
        write(written);
        assertThat(PidFile.read(cluster)).isEmpty();
    }

    @Test
    void knowsWhetherTheProcessLives() {
        assertThat(new PidFile(ProcessHandle.current().pid(), 1, true).alive()).isTrue();
        assertThat(new PidFile(Integer.MAX_VALUE, 1, true).alive()).isFalse();
    }

    private void write(String text) throws IOException {
        Files.writeString(PidFile.path(cluster), text);
    }
}
