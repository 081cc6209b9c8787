package org.beffroi.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void keepsTheCodeAndBothOutputs() throws IOException {
        var program = Program.run(List.of("sh", "-c", "echo out; echo err >&2; exit 3"), LIMIT);
        assertThat(program.code()).isEqualTo(3);
        assertThat(program.failed()).isTrue();
        assertThat(program.said()).isEqualTo("out\nerr\n");
    }

    @Test
    void readsItsInputFromAFileOrFromNowhere() throws IOException {
        var input = Files.writeString(folder.resolve("input"), "été");
        assertThat(Program.run(List.of("cat"), input, LIMIT).said()).isEqualTo("été");
        assertThat(Program.run(List.of("cat"), LIMIT)).isEqualTo(new Program(0, ""));
    }

    @Test
    void knowsNothingOfTheCallersPostgres() {
        var builder = Program.builder(List.of("true"));
        assertThat(builder.environment().keySet()).noneMatch(name -> name.startsWith("PG"));
        assertThat(builder.environment()).containsEntry("LC_ALL", "C");
    }

    @Test
    void endsWhatGoesOnForTooLong() throws IOException {
        assertThat(Program.run(List.of("tail", "-f", "/dev/null"), Duration.ofMillis(50))
                        .failed())
                .isTrue();
    }

    @Test
    void saysThatThereIsNoSuchProgram() {
        assertThatIOException()
                .isThrownBy(() -> Program.run(List.of("no-such-program-here"), LIMIT))
                .withMessageContaining("no-such-program-here");
    }
}
